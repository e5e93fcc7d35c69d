export { AppFrame, BareFrame } from './AppFrame.tsx'
export { NotFound, PageBroke } from './NotFound.tsx'
