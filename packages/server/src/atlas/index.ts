export { atlasRoom } from './atlas.routes.ts'
