export { freshId, standingClock, TEST_CONFIG, type TestDatabase, tokenFor, withDatabase } from './with-database.ts'
