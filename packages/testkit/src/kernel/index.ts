export { pdfText } from './pdf-text.ts'
export { postgresPid, type Program, refusalOf, takenPort, withPrograms } from './start-program.ts'
export { freshId, standingClock, TEST_CONFIG, type TestDatabase, tokenFor, withDatabase } from './with-database.ts'
