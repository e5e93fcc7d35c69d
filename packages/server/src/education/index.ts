export { claimLines, sourceLine, sourcesOf, sureMark } from './claims.ts'
export { educationRoom } from './education.routes.ts'
export { type Place, placeKey, placeOf, publicFoot, warningSigns } from './place.ts'
