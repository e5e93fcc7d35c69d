export {
  CONSENT_OLD_AFTER_DAYS,
  type Consent,
  type ConsentDraft,
  type ConsentProblem,
  checkConsent,
  checkWithdrawal,
  consentFacts,
  isConsentOld,
  isConsentValid,
  type Representative,
  type Signature,
  type StrokePoint,
  type Withdrawal,
  type WithdrawalProblem,
} from './consent.ts'
export type { ConsentSentence } from './sentence.ts'
export {
  CONSENT_TEXT_VERSION,
  type ConsentChoice,
  type ConsentPart,
  type ConsentText,
  canonicalText,
  consentAgeIn,
  consentText,
} from './text.ts'
