export { AppFrame, BareFrame } from './AppFrame.tsx'
export { LostPage, PageBroke } from './NotFound.tsx'
