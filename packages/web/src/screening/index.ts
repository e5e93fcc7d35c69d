export { REGION_WORDS } from './screening.words.ts'
