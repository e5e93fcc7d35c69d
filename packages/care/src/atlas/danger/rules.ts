/** All rules of danger, in the order in which they are read out. */
import { CHEST_RULES } from './rules-chest.ts'
import { HIP_RULES } from './rules-hip.ts'
import { LUMBAR_RULES } from './rules-lumbar.ts'
import { NECK_RULES } from './rules-neck.ts'
import { PATIENT_RULES } from './rules-patient.ts'
import type { Rule } from './rule.ts'

export const RULES: readonly Rule[] = [...NECK_RULES, ...CHEST_RULES, ...LUMBAR_RULES, ...HIP_RULES, ...PATIENT_RULES]
