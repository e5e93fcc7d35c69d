/** What people read when this room refuses. */
import type { ClinicProblem } from '@unknot/care/clinic'
import { type ProblemKind, refusals } from '../kernel/index.ts'
import type { ChangeClinicProblem } from './clinic.commands.ts'
import type { DemoProblem, ThrowAwayProblem } from './install.commands.ts'

const notValid = (prefix: string): ProblemKind<ClinicProblem> => ({
  status: 422,
  title: 'Something about this clinic can’t be right. Nothing was saved.',
  errors: ({ fields }) => fields.map(({ field, detail }) => ({ field: `${prefix}/${field}`, detail })),
})

export const refuseInstall = refusals<ClinicProblem | DemoProblem | ThrowAwayProblem>({
  'clinic-not-valid': notValid('/clinic'),
  'already-set-up': {
    status: 409,
    title: 'There is a clinic here already. Nothing was changed.',
    detail: 'Sign in. If you have no account, ask the owner of the clinic for one.',
  },
  'not-the-demo': {
    status: 409,
    title: 'This is a real clinic, which can’t be thrown away. Nothing was changed.',
  },
})

export const refuseClinic = refusals<ChangeClinicProblem | { readonly code: 'location-id-taken' }>({
  'clinic-not-valid': notValid(''),
  'clinic-changed-meanwhile': {
    status: 409,
    title: 'Somebody else changed the clinic meanwhile. Nothing of yours was saved.',
    detail: 'Load it again and repeat your change.',
    facts: ({ version }) => ({ version }),
  },
  'rules-note-missing': {
    status: 422,
    title: 'Rules of your own need a reason. Nothing was saved.',
    detail: 'Say which law or college they come from, so that everybody can check them.',
    errors: () => [{ field: '/rulesNote', detail: 'must say which law or college says so' }],
  },
  'location-id-taken': { status: 409, title: 'This location is there already. Nothing was saved.' },
})
