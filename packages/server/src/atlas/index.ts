export { atlasRoom } from './atlas.routes.ts'
export { pictureOf } from './muscle-picture.ts'
