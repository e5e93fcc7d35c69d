export { atlasRoutes, type MuscleWire } from './atlas.wire.ts'
