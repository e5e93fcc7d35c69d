import { asId, type ClinicId } from '@unknot/care/kernel'

/**
 * Holds what happens before anybody has said which clinic they belong to: failed sign-ins counted, challenges for passkeys.
 * It is no clinic's id, and nothing else ever stands under it.
 */
export const BEFORE_ANY_CLINIC = asId<ClinicId>('00000000-0000-7000-8000-000000000000')
