export {
  closing,
  insertionOf,
  type Lying,
  type ReadSession,
  type SentEvent,
  sentNow,
  setUpTable,
  startServer,
  type Table,
  timeOutOf,
  type Verdict,
} from './treatment-table.ts'
