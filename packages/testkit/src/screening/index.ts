export { type Seed, type SeededClinic, seedClinic } from './seed-clinic.ts'
