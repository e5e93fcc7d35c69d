/** Asking for a link to choose a new password, and choosing one by it. */
import { ok } from '@unknot/care/kernel'
import { accountRoutes as routes } from '@unknot/wire/people'
import { type App, serve } from '../kernel/index.ts'
import type { FindClinicFacts } from './clinic-facts.ts'
import { askForPasswordLink, choosePassword } from './password-link.commands.ts'
import { refuseLink, refusePassword, refuseSignIn } from './people.refusals.ts'

export function servePasswordLinks(app: App, { findClinic }: { readonly findClinic: FindClinicFacts }): void {
  serve(app, routes.forgotPassword, async (call) => {
    const asked = await askForPasswordLink(call, findClinic, call.body.email)
    return asked.ok ? ok(undefined) : refuseSignIn(asked.problem)
  })
  serve(app, routes.choosePassword, async (call) => {
    const { token, password } = call.body
    const chosen = await choosePassword(call.db, call, { token, password, at: call.at })
    if (chosen.ok) return ok(undefined)
    const { problem } = chosen
    return problem.code === 'link-not-good' ? refuseLink(problem) : refusePassword(problem, '/password')
  })
}
