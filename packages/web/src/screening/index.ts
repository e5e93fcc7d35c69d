export { REGION_WORDS, regionList } from './screening.words.ts'
