export { BodyMap, type BodyMapProps } from './BodyMap.tsx'
export { PlatePicture } from './PlatePicture.tsx'
export { type BodyMapPin, type PinState } from './pin-layout.ts'
export { SiteBar } from './SiteBar.tsx'
