export { CERTAINTIES, type Claim, type ClaimCertainty, said, unchecked } from './claim.ts'
export { checkClaims, type ClaimWarning } from './claim-check.ts'
export type { AnswerPart, Illustration, PublicQuestion } from './question.ts'
export { CERTAINTY_WORDS, PUBLIC_QUESTIONS, publicQuestion, WRITTEN_ON } from './questions.ts'
