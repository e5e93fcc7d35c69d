export { consentClinic, type ConsentPorts, consentRoom, type WithdrawalCall } from './consent.routes.ts'
export {
  type ConsentClinic,
  type GiveConsent,
  type GiveConsentProblem,
  giveConsent,
  hashOf,
  textInForce,
  type WithdrawConsent,
  withdrawConsent,
  type WithdrawProblem,
} from './consent.commands.ts'
export { presentConsent, presentConsentLine } from './consent.presenter.ts'
export {
  type ConsentJson,
  type ConsentSummary,
  consentJson,
  findConsent,
  listConsents,
  type RecordedWithdrawal,
  type StoredConsent,
  summaryOfJson,
} from './consent.store.ts'
