/**
 * Consent over HTTP: the words in force, the signature, the copy, the withdrawal. Each read and each write stands in the audit
 * trail, with the version of the text.
 */
import type { Region } from '@unknot/care/atlas'
import { CONSENT_EXTRAS, type ConsentExtra, type Representative } from '@unknot/care/consent'
import { assert, type ConsentId, must, ok } from '@unknot/care/kernel'
import { consentRoutes, type RepresentativeWire } from '@unknot/wire/consent'
import { type Clinic, findClinic } from '../clinic/index.ts'
import {
  type App,
  audit,
  type Call,
  NOT_THERE,
  notThere,
  type Queries,
  queueMail,
  refusals,
  type Room,
  serve,
} from '../kernel/index.ts'
import { findPatient } from '../people/index.ts'
import { clinicDay, findScreening, latestScreening } from '../screening/index.ts'
import { consentMail } from './copy.mail.ts'
import { consentCopyPdf } from './copy.pdf.ts'
import {
  type ConsentClinic,
  type GiveConsentProblem,
  giveConsent,
  hashOf,
  textInForce,
  type WithdrawProblem,
  withdrawConsent,
} from './consent.commands.ts'
import { presentConsent, presentConsentLine, presentText } from './consent.presenter.ts'
import { findConsent, listConsents, type StoredConsent } from './consent.store.ts'
import { forbiddenAt } from './forbidden.ts'
import { templateInForce } from './own-text.commands.ts'
import { serveOwnTexts } from './own-text.routes.ts'
import { extrasFrom, personalNotes } from './personal-notes.ts'

const refuseGiving = refusals<GiveConsentProblem>({
  'no-region': { status: 422, title: 'A consent names at least one region. Nothing was signed.' },
  'region-named-twice': { status: 422, title: 'A region is named twice. Nothing was signed.' },
  'signature-missing': {
    status: 422,
    title: 'The signature is missing. Nothing was signed.',
    detail: 'The patient signs with finger or pen, or types the name. A dot is no signature.',
  },
  'signature-outside-box': { status: 422, title: 'The signature leaves its box. Nothing was signed.' },
  'representative-needed': {
    status: 422,
    title: 'The patient is too young to sign alone. Nothing was signed.',
    detail: ({ consentAge }) => `Below ${consentAge} a parent or guardian signs, and is named.`,
    facts: ({ consentAge }) => ({ consentAge }),
  },
  'jurisdiction-forbids': {
    status: 409,
    title: 'The clinic’s rules say that dry needling is not permitted here. Nothing was signed.',
    detail: 'The owner can state another rule in the clinic’s settings, with the law or college that says so.',
  },
  'witness-missing': {
    status: 422,
    title: 'A consent by word of mouth needs a witness with a name. Nothing was signed.',
  },
  'writing-needed': {
    status: 422,
    title: 'The law here asks for consent in writing. Nothing was signed.',
    detail: 'The patient signs by hand or types the name.',
  },
  'interpreter-unnamed': { status: 422, title: 'The interpreter needs a name and a language. Nothing was signed.' },
  'representative-not-lawful': {
    status: 422,
    title: 'A grown patient who can decide signs alone. Nothing was signed.',
    detail: 'If the patient can’t decide, say so, and what gives the other one the right.',
  },
  'authority-missing': {
    status: 422,
    title: 'Say what gives the other one the right to sign, such as a power of attorney. Nothing was signed.',
  },
  'assent-missing': {
    status: 422,
    title: 'Ask the patient, too: nobody said whether they agree. Nothing was signed.',
  },
  'patient-dissents': {
    status: 422,
    title: 'The patient does not agree, so no needle goes in. Nothing was signed.',
    detail: 'Offer something else.',
  },
  'representative-unnamed': {
    status: 422,
    title: 'The representative needs a name and a relation to the patient. Nothing was signed.',
  },
  'consent-text-changed': {
    status: 409,
    title: 'The words of this consent are not those in force. Nothing was signed.',
    detail: 'Load the text again, and let the patient read it.',
    facts: ({ versionInForce }) => ({ versionInForce }),
  },
  'consent-id-reused': {
    status: 409,
    title: 'This id already belongs to another consent. Nothing was signed.',
    detail: 'Send it again under a new id.',
  },
})

const refuseWithdrawing = refusals<WithdrawProblem>({
  'not-there': NOT_THERE,
  'consent-already-withdrawn': {
    status: 409,
    title: 'This consent is withdrawn already. It stays so.',
    facts: ({ at }) => ({ withdrawnAt: at }),
  },
  'not-in-consent': { status: 422, title: 'This consent doesn’t name that, so it can’t be taken back from it.' },
  'withdrawal-before-consent': { status: 409, title: 'A consent can’t be withdrawn before it was given.' },
})

/** What a withdrawal is told to: later rooms stop needles that went in on the consent. */
export type ConsentPorts = {
  /** Tells the table of the patient. Runs after the withdrawal stands, and again when it is sent again. */
  readonly onWithdrawn: (call: WithdrawalCall, consent: StoredConsent) => Promise<void>
}
export type WithdrawalCall = Pick<
  Call<typeof consentRoutes.withdrawConsent>,
  'actor' | 'clinic' | 'at' | 'newId' | 'db' | 'requestId' | 'fromAddress'
>

export function consentRoom({ onWithdrawn }: ConsentPorts): Room {
  return (app) => {
    serveText(app)
    serveOwnTexts(app)
    serveGiving(app)
    serveReading(app)
    serveWithdrawing(app, onWithdrawn)
  }
}

function serveText(app: App): void {
  serve(app, consentRoutes.consentText, async (call) => {
    const { patient, electrical } = call.query
    // The table's own patterns let these through.
    const regions = call.query.regions.split(',') as Region[]
    const named = (call.query.extras?.split(',') ?? []) as ConsentExtra[]
    return call.db.inClinic(call.clinic, async (tx) => {
      const clinic = await clinicOf(tx, call)
      if (patient && !(await findPatient(tx, call.clinic, patient))) return notThere()
      const screening = patient ? await latestScreening(tx, call.clinic, patient) : null
      const asked = [...named, ...(screening ? extrasFrom(screening) : [])]
      const extras = CONSENT_EXTRAS.filter((extra) => asked.includes(extra))
      const forYou = screening ? personalNotes(screening) : []
      const about = consentClinic(clinic)
      const text = textInForce(about, {
        regions,
        electrical: electrical === 'yes',
        extras,
        forYou,
        template: await templateInForce(tx, call.clinic),
      })
      if (patient) {
        await audit(tx, call, { action: 'consent-text-shown', patient, ruleVersion: text.text.version })
      }
      const around = { clinic: about, screening: screening?.id ?? null, forbidden: forbiddenAt(clinic), extras }
      return ok(presentText(text, around))
    })
  })
}

function serveGiving(app: App): void {
  serve(app, consentRoutes.giveConsent, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const patient = await findPatient(tx, call.clinic, call.params.patient)
      if (!patient) return notThere()
      const clinic = await clinicOf(tx, call)
      const { id, regions, electrical, signature, textVersion, textHash, extras = [], interpreter = null } = call.body
      const screening = call.body.screening ? await findScreening(tx, call.clinic, call.body.screening) : null
      if (call.body.screening && screening?.patient !== patient.id) return notThere()
      const given = await giveConsent(tx, {
        clinic: consentClinic(clinic),
        id,
        patient: { id: patient.id, name: patient.name, birthOn: patient.birthOn },
        today: clinicDay(clinic.timeZone, call.at),
        draft: {
          regions,
          electrical,
          extras: CONSENT_EXTRAS.filter((extra) => extras.includes(extra)),
          signature,
          representative: representativeOf(call.body.representative),
          interpreter,
        },
        forYou: screening ? personalNotes(screening) : [],
        template: await templateInForce(tx, call.clinic),
        textVersion,
        textHash,
        at: call.at,
        by: call.actor.account,
        byName: call.actor.name,
      })
      if (!given.ok) return refuseGiving(given.problem)
      await audit(tx, call, { action: 'consent-given', patient: patient.id, subject: id, ruleVersion: textVersion })
      // Once: the same consent sent again has its copy on the way already.
      const { consent, isNew } = given.value
      if (patient.email && isNew) {
        const { name: clinicName, timeZone } = clinic
        await queueMail(tx, call, consentMail({ consent, to: patient.email, clinicName, timeZone }))
        await audit(tx, call, { action: 'consent-copy-mailed', patient: patient.id, subject: id })
      }
      return ok(presentConsent(consent, call.at))
    }),
  )
}

function serveReading(app: App): void {
  serve(app, consentRoutes.listConsents, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const patient = await findPatient(tx, call.clinic, call.params.patient)
      if (!patient) return notThere()
      const consents = await listConsents(tx, call.clinic, patient.id)
      await audit(tx, call, { action: 'consents-listed', patient: patient.id })
      return ok({ consents: consents.map((consent) => presentConsentLine(consent, call.at)) })
    }),
  )

  serve(app, consentRoutes.readConsent, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const consent = await findConsent(tx, call.clinic, call.params.consent)
      if (!consent) return notThere()
      const { patient, id: subject, textVersion: ruleVersion } = consent
      await audit(tx, call, { action: 'consent-read', patient, subject, ruleVersion })
      return ok(presentConsent(consent, call.at))
    }),
  )

  serve(app, consentRoutes.consentCopy, async (call) => {
    const found = await call.db.inClinic(call.clinic, async (tx) => {
      const consent = await findConsent(tx, call.clinic, call.params.consent)
      if (!consent) return notThere()
      const { patient, id: subject, textVersion: ruleVersion } = consent
      await audit(tx, call, { action: 'consent-copied', patient, subject, ruleVersion })
      return ok({ consent, clinic: await clinicOf(tx, call) })
    })
    if (!found.ok) return found
    const { consent, clinic } = found.value
    // A copy of other words than those that were signed must never leave the house.
    assert(hashOf(consent.text) === consent.textHash, 'a stored consent does not match its hash')
    const bytes = await consentCopyPdf(
      { ...consent, clinicName: clinic.name, timeZone: clinic.timeZone },
      call.query.paper ?? 'a4',
    )
    return ok({ bytes, name: `consent-${consent.id}.pdf` })
  })
}

function serveWithdrawing(app: App, onWithdrawn: ConsentPorts['onWithdrawn']): void {
  serve(app, consentRoutes.withdrawConsent, async (call) => {
    const done = await call.db.inClinic(call.clinic, async (tx) => {
      const withdrawn = await withdrawConsent(tx, {
        clinic: call.clinic,
        consent: call.params.consent,
        scopes: call.body.scopes ?? ['all'],
        by: call.body.by,
        reason: call.body.reason,
        at: call.at,
        recordedBy: call.actor.account,
        recordedByName: call.actor.name,
      })
      if (!withdrawn.ok) return withdrawn
      const { patient, id: subject, textVersion: ruleVersion } = withdrawn.value
      await audit(tx, call, { action: 'consent-withdrawn', patient, subject, ruleVersion })
      return withdrawn
    })
    // Sent again after a lost answer: the table may not have heard of it.
    const isAgain = !done.ok && done.problem.code === 'consent-already-withdrawn'
    const stands = done.ok ? done.value : isAgain ? await reread(call, call.params.consent) : null
    if (stands) await onWithdrawn(call, stands)
    return done.ok ? ok(presentConsent(done.value, call.at)) : refuseWithdrawing(done.problem)
  })
}

function reread(call: WithdrawalCall, consent: ConsentId): Promise<StoredConsent | null> {
  return call.db.onClinic(call.clinic, (queries) => findConsent(queries, call.clinic, consent))
}

async function clinicOf(queries: Queries, call: { readonly clinic: Clinic['id'] }): Promise<Clinic> {
  return must(await findClinic(queries, call.clinic), 'a sign-in without its clinic')
}

/** What nobody said of them is what binds most: under age, and not asked. */
function representativeOf(sent: RepresentativeWire | null | undefined): Representative | null {
  if (!sent) return null
  const { name, relation, because = 'under-age', authority = '', assent = 'not-asked' } = sent
  return { name, relation, because, authority, assent }
}

export function consentClinic(clinic: Clinic): ConsentClinic {
  return {
    id: clinic.id,
    country: clinic.country,
    jurisdiction: clinic.jurisdiction,
    dnPermitted: clinic.rules.dnPermitted,
    consentWritten: clinic.rules.consentWritten,
    trainingHours: clinic.rules.trainingHours,
    notAcupunctureStatement: clinic.rules.notAcupunctureStatement,
    emergencyNumber: clinic.emergencyNumber,
  }
}
