export { type Consent, type ConsentDraft, type ConsentFacts, type ConsentProblem, checkConsent } from './consent.ts'
export {
  CONSENT_OLD_AFTER_DAYS,
  type Cover,
  type Covered,
  checkWithdrawal,
  consentFacts,
  coverAt,
  isConsentOld,
  isConsentValid,
  type Withdrawal,
  WITHDRAWAL_SCOPES,
  type WithdrawalProblem,
  type WithdrawalScope,
} from './cover.ts'
export { draftOf, type OwnDraft, type OwnPart, ownTemplate, type OwnTextProblem } from './own-text.ts'
export { type ConsentSentence, WHENS } from './sentence.ts'
export {
  ASSENTS,
  type Interpreter,
  type Representative,
  type Signature,
  type StrokePoint,
  SUBSTITUTE_REASONS,
} from './signer.ts'
export {
  CONSENT_EXTRAS,
  type ConsentChoice,
  type ConsentExtra,
  type ConsentPart,
  type ConsentTemplate,
  type ConsentText,
  canonicalText,
  consentAgeIn,
  consentText,
  neededFor,
  type PersonalNote,
  STANDARD_TEMPLATE,
} from './text.ts'
