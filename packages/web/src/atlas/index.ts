export { BodyMap, type BodyMapProps } from './BodyMap.tsx'
export { type BodyMapPin, type PinState } from './pin-layout.ts'
export { SiteBar } from './SiteBar.tsx'
