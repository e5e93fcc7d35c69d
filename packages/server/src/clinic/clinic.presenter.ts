/** What leaves the room, each field by hand. */
import {
  COUNTRY_CODES,
  emergencyNumberOf,
  type Jurisdiction,
  JURISDICTIONS,
  jurisdictionOf,
  type JurisdictionRules,
} from '@unknot/care/clinic'
import { must } from '@unknot/care/kernel'
import type { ClinicView, JurisdictionRulesWire, JurisdictionWire, LocationView, OutboxMail } from '@unknot/wire/clinic'
import type { QueuedMail } from '../kernel/index.ts'
import type { Clinic, Location } from './clinic.store.ts'

export function presentClinic(clinic: Clinic): ClinicView {
  const entry = must(jurisdictionOf(clinic.jurisdiction), 'a clinic names a jurisdiction')
  return {
    id: clinic.id,
    name: clinic.name,
    country: clinic.country,
    timeZone: clinic.timeZone,
    jurisdiction: clinic.jurisdiction,
    jurisdictionName: entry.name,
    emergencyNumber: clinic.emergencyNumber,
    rules: presentRules(clinic.rules),
    rulesNote: clinic.rulesNote,
    sources: [...entry.sources],
    sourceDate: entry.sourceDate,
    unreviewed: entry.unreviewed,
    demo: clinic.demo,
    version: clinic.version,
  }
}

export function presentLocation({ id, name, address, phone }: Location): LocationView {
  return { id, name, address, phone }
}

/** The text is shown while nobody sends it: with an e-mail server set, a link in it is nobody else's to open. */
export function presentMail(mail: QueuedMail, sends: boolean): OutboxMail {
  return {
    id: mail.id,
    kind: mail.kind,
    to: mail.to,
    subject: mail.subject,
    body: sends ? null : mail.body,
    state: mail.state,
    tries: mail.tries,
    lastError: mail.lastError,
    queuedAt: mail.queuedAt,
    usefulUntil: mail.usefulUntil,
    settledAt: mail.settledAt,
  }
}

/** Countries by their English names, jurisdictions as care lists them. */
export function presentJurisdictions() {
  const names = new Intl.DisplayNames(['en-GB'], { type: 'region' })
  const countries = COUNTRY_CODES.map((code) => ({
    code,
    name: names.of(code) ?? code,
    emergencyNumber: emergencyNumberOf(code),
  }))
  return {
    countries: countries.sort((a, b) => a.name.localeCompare(b.name, 'en')),
    jurisdictions: JURISDICTIONS.map(presentJurisdiction),
  }
}

function presentJurisdiction(entry: Jurisdiction): JurisdictionWire {
  return {
    id: entry.id,
    country: entry.country,
    name: entry.name,
    rules: presentRules(entry.rules),
    notes: [...entry.notes],
    sources: [...entry.sources],
    sourceDate: entry.sourceDate,
    unreviewed: entry.unreviewed,
  }
}

function presentRules(rules: JurisdictionRules): JurisdictionRulesWire {
  return {
    dnPermitted: rules.dnPermitted,
    consentWritten: rules.consentWritten,
    trainingHours: rules.trainingHours,
    retentionAllowed: rules.retentionAllowed,
    aeReportDays: rules.aeReportDays,
    notAcupunctureStatement: rules.notAcupunctureStatement,
  }
}
