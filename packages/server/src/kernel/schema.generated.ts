/** Made from the live schema by `npm run schema -w packages/server`. Change a migration and run that; don't edit. */
import type { AccountId, CalendarDay, ClinicId, ConsentId, PatientId, ScreeningId, SessionId } from '@unknot/care/kernel'
import type { ColumnType } from 'kysely'

export type Tables = {
  booking_booking: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    service: string
    clinician: string
    location: string
    room: ColumnType<string | null, string | null | undefined, string | null>
    start_at: ColumnType<Date, Date | string, Date | string>
    end_at: ColumnType<Date, Date | string, Date | string>
    zone: string
    wall: string
    state: string
    held_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
    patient: ColumnType<PatientId | null, string | null | undefined, string | null>
    contact: ColumnType<unknown, string | null | undefined, string | null>
    note: string
    overbook_reason: ColumnType<string | null, string | null | undefined, string | null>
    cancel_reason: ColumnType<string | null, string | null | undefined, string | null>
    sequence: number
    version: number
    created_at: ColumnType<Date, Date | string, Date | string>
    created_by: ColumnType<string | null, string | null | undefined, string | null>
    changed_at: ColumnType<Date, Date | string, Date | string>
  }
  booking_clinician: {
    clinic_id: ColumnType<ClinicId, string, string>
    account: ColumnType<AccountId, string, string>
    trained_in: string[]
    patients_at_once_max: number
    bookings_a_day_max: ColumnType<number | null, number | null | undefined, number | null>
  }
  booking_closure: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    location: ColumnType<string | null, string | null | undefined, string | null>
    from_on: ColumnType<CalendarDay, string, string>
    to_on: ColumnType<CalendarDay, string, string>
    name: string
  }
  booking_event: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    booking: string
    at: ColumnType<Date, Date | string, Date | string>
    actor: ColumnType<AccountId | null, string | null | undefined, string | null>
    what: string
    detail: ColumnType<unknown, string, string>
  }
  booking_hours: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    account: ColumnType<AccountId, string, string>
    location: string
    rrule: string
    first_on: ColumnType<CalendarDay, string, string>
    from_min: number
    to_min: number
  }
  booking_message: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    booking: string
    kind: string
    sequence: number
    due_at: ColumnType<Date, Date | string, Date | string>
    state: string
    settled_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  }
  booking_occupancy: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    booking: ColumnType<string | null, string | null | undefined, string | null>
    resource: string
    from_at: ColumnType<Date, Date | string, Date | string>
    to_at: ColumnType<Date, Date | string, Date | string>
    overbooked: boolean
  }
  booking_other_hours: {
    clinic_id: ColumnType<ClinicId, string, string>
    account: ColumnType<AccountId, string, string>
    on_day: ColumnType<CalendarDay, string, string>
    hours: ColumnType<unknown, string, string>
  }
  booking_room: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    location: string
    name: string
    active: boolean
  }
  booking_service: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    name: string
    phases: ColumnType<unknown, string, string>
    buffer_before_min: number
    buffer_after_min: number
    align_min: number
    lead_min: number
    horizon_days: number
    cancel_notice_min: number
    needs_room: boolean
    requires: string[]
    public: boolean
    active: boolean
  }
  clinic_clinic: {
    clinic_id: ColumnType<ClinicId, string, string>
    name: string
    country: string
    time_zone: string
    jurisdiction: string
    emergency_number: string
    rules: ColumnType<unknown, string, string>
    rules_note: string
    version: number
    created_at: ColumnType<Date, Date | string, Date | string>
    changed_at: ColumnType<Date, Date | string, Date | string>
  }
  clinic_location: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    name: string
    address: string
    phone: ColumnType<string | null, string | null | undefined, string | null>
    created_at: ColumnType<Date, Date | string, Date | string>
  }
  consent_consent: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    patient: ColumnType<PatientId, string, string>
    patient_name: string
    patient_birth_on: ColumnType<CalendarDay, string, string>
    text_version: string
    text_hash: string
    agreed: ColumnType<unknown, string, string>
    jurisdiction: string
    regions: string[]
    electrical: boolean
    signature: ColumnType<unknown, string, string>
    representative: ColumnType<unknown, string | null | undefined, string | null>
    given_at: ColumnType<Date, Date | string, Date | string>
    taken_by: string
    taken_by_name: string
    extras: ColumnType<string[], string[] | undefined, string[]>
    language: ColumnType<string, string | undefined, string>
    interpreter: ColumnType<unknown, string | null | undefined, string | null>
  }
  consent_text: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    version: ColumnType<string | null, string | null | undefined, string | null>
    title: string
    parts: ColumnType<unknown, string, string>
    note: string
    revision: number
    changed_at: ColumnType<Date, Date | string, Date | string>
    changed_by: string
    changed_by_name: string
    published_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  }
  consent_withdrawal: {
    clinic_id: ColumnType<ClinicId, string, string>
    consent: ColumnType<ConsentId, string, string>
    withdrawn_at: ColumnType<Date, Date | string, Date | string>
    withdrawn_by: string
    reason: string
    recorded_by: string
    recorded_by_name: string
    scope: ColumnType<string, string | undefined, string>
  }
  kernel_audit_entry: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    at: ColumnType<Date, Date | string, Date | string>
    actor: ColumnType<AccountId | null, string | null | undefined, string | null>
    patient: ColumnType<PatientId | null, string | null | undefined, string | null>
    action: string
    subject: ColumnType<string | null, string | null | undefined, string | null>
    rule_version: ColumnType<string | null, string | null | undefined, string | null>
    request_id: ColumnType<string | null, string | null | undefined, string | null>
    from_address: ColumnType<string | null, string | null | undefined, string | null>
  }
  kernel_audit_seal: {
    clinic_id: ColumnType<ClinicId, string, string>
    seq: number
    entry: string
    previous_hash: Buffer
    hash: Buffer
  }
  kernel_install: {
    clinic_id: ColumnType<ClinicId, string, string>
    kind: string
    created_at: ColumnType<Date, Date | string | undefined, Date | string>
  }
  kernel_mail: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    kind: string
    recipient: string
    subject: string
    body_sealed: ColumnType<string | null, string | null | undefined, string | null>
    state: string
    tries: number
    last_error: ColumnType<string | null, string | null | undefined, string | null>
    queued_at: ColumnType<Date, Date | string, Date | string>
    next_try_at: ColumnType<Date, Date | string, Date | string>
    useful_until: ColumnType<Date, Date | string, Date | string>
    settled_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
    attachments_sealed: ColumnType<string | null, string | null | undefined, string | null>
  }
  outcomes_aim: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    patient: ColumnType<PatientId, string, string>
    measure: string
    onset: string
    goal: ColumnType<number | null, number | null | undefined, number | null>
    planned_end_week: number
    set_at: ColumnType<Date, Date | string, Date | string>
    set_by: string
  }
  outcomes_cutoffs: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    cutoffs: ColumnType<unknown, string, string>
    set_at: ColumnType<Date, Date | string, Date | string>
    set_by: string
  }
  outcomes_forecast: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    patient: ColumnType<PatientId, string, string>
    measure: string
    made_at: ColumnType<Date, Date | string, Date | string>
    population: ColumnType<string | null, string | null | undefined, string | null>
    prior: string
    score_count: number
    last_value: number
    ahead: ColumnType<unknown, string, string>
  }
  outcomes_population: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    measure: string
    learned_at: ColumnType<Date, Date | string, Date | string>
    people: number
    reach_weeks: number
    population: ColumnType<unknown, string, string>
  }
  outcomes_review: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    patient: ColumnType<PatientId, string, string>
    measure: string
    rule: string
    advice: string
    review: ColumnType<unknown, string, string>
    answer: string
    chosen: string
    reason: string
    answered_at: ColumnType<Date, Date | string, Date | string>
    answered_by: string
    answered_by_name: string
  }
  outcomes_score: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    patient: ColumnType<PatientId, string, string>
    measure: string
    value: number
    answers: ColumnType<unknown, string | null | undefined, string | null>
    activities: ColumnType<string[] | null, string[] | null | undefined, string[] | null>
    asked: string
    taken_at: ColumnType<Date, Date | string, Date | string>
    recorded_at: ColumnType<Date, Date | string, Date | string>
    recorded_by: string
    recorded_by_name: string
  }
  outcomes_test: {
    clinic_id: ColumnType<ClinicId, string, string>
    score: string
    forecast: string
    measure: string
    clinician: string
    tested_at: ColumnType<Date, Date | string, Date | string>
    mean: number
    sd: number
    last_value: number
    value: number
  }
  people_account: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    name: string
    email: string
    email_hash: Buffer
    password_hash: string
    password_temporary: boolean
    roles: string[]
    registration: ColumnType<string | null, string | null | undefined, string | null>
    active: boolean
    created_at: ColumnType<Date, Date | string, Date | string>
  }
  people_attempt: {
    clinic_id: ColumnType<ClinicId, string, string>
    kind: string
    key: Buffer
    failures: number
    last_at: ColumnType<Date, Date | string, Date | string>
    blocked_until: ColumnType<Date, Date | string, Date | string>
  }
  people_challenge: {
    clinic_id: ColumnType<ClinicId, string, string>
    challenge: string
    purpose: string
    account: ColumnType<AccountId | null, string | null | undefined, string | null>
    expires_at: ColumnType<Date, Date | string, Date | string>
  }
  people_passkey: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    account: ColumnType<AccountId, string, string>
    credential_id: string
    public_key: Buffer
    counter: number
    transports: string[]
    name: string
    added_at: ColumnType<Date, Date | string, Date | string>
    used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  }
  people_password_link: {
    clinic_id: ColumnType<ClinicId, string, string>
    token_hash: Buffer
    account: ColumnType<AccountId, string, string>
    expires_at: ColumnType<Date, Date | string, Date | string>
  }
  people_patient: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    number: number
    name: string
    birth_on: ColumnType<CalendarDay, string, string>
    sex: string
    phone: ColumnType<string | null, string | null | undefined, string | null>
    email: ColumnType<string | null, string | null | undefined, string | null>
    emergency_contact: ColumnType<unknown, string | null | undefined, string | null>
    language: ColumnType<string | null, string | null | undefined, string | null>
    notes: string
    version: number
    registered_at: ColumnType<Date, Date | string, Date | string>
    changed_at: ColumnType<Date, Date | string, Date | string>
    name_key: string
    phone_key: ColumnType<string | null, string | null | undefined, string | null>
    email_key: ColumnType<string | null, string | null | undefined, string | null>
  }
  people_patient_number: {
    clinic_id: ColumnType<ClinicId, string, string>
    last: number
  }
  people_patient_suffix: {
    clinic_id: ColumnType<ClinicId, string, string>
    suffix: string
    patient: ColumnType<PatientId, string, string>
  }
  people_recovery_code: {
    clinic_id: ColumnType<ClinicId, string, string>
    account: ColumnType<AccountId, string, string>
    code_hash: Buffer
  }
  people_sign_in: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    account: ColumnType<AccountId, string, string>
    token_hash: Buffer
    how: string
    device: string
    address: string
    started_at: ColumnType<Date, Date | string, Date | string>
    used_at: ColumnType<Date, Date | string, Date | string>
    expires_at: ColumnType<Date, Date | string, Date | string>
    revoked_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  }
  people_totp: {
    clinic_id: ColumnType<ClinicId, string, string>
    account: ColumnType<AccountId, string, string>
    secret: ColumnType<string | null, string | null | undefined, string | null>
    pending_secret: ColumnType<string | null, string | null | undefined, string | null>
    last_step: number
  }
  screening_letter: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    patient: ColumnType<PatientId, string, string>
    screening: ColumnType<ScreeningId, string, string>
    recipient: string
    recipient_name: string
    recipient_address: string
    urgency: string
    subject: string
    body: string
    asked: ColumnType<unknown, string, string>
    version: number
    written_at: ColumnType<Date, Date | string, Date | string>
    written_by: string
    written_by_name: string
    changed_at: ColumnType<Date, Date | string, Date | string>
    issued_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
    issued_how: ColumnType<string | null, string | null | undefined, string | null>
    issued_to: ColumnType<string | null, string | null | undefined, string | null>
    issued_by_name: ColumnType<string | null, string | null | undefined, string | null>
  }
  screening_override: {
    clinic_id: ColumnType<ClinicId, string, string>
    screening: ColumnType<ScreeningId, string, string>
    rule: string
    reason: string
    overridden_by: string
    overridden_by_name: string
    overridden_at: ColumnType<Date, Date | string, Date | string>
  }
  screening_reopening: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    patient: ColumnType<PatientId, string, string>
    kind: string
    note: string
    told_by: string
    told_by_name: string
    told_at: ColumnType<Date, Date | string, Date | string>
  }
  screening_screening: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    patient: ColumnType<PatientId, string, string>
    answers: ColumnType<unknown, string, string>
    age_years: number
    result: ColumnType<unknown, string, string>
    rules_version: string
    disposition: string
    urgency: ColumnType<string | null, string | null | undefined, string | null>
    may_needle: boolean
    screened_at: ColumnType<Date, Date | string, Date | string>
    screened_by: string
    screened_by_name: string
    recheck_of: ColumnType<string | null, string | null | undefined, string | null>
    full_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  }
  session_event: {
    clinic_id: ColumnType<ClinicId, string, string>
    session: ColumnType<SessionId, string, string>
    seq: number
    id: string
    payload: ColumnType<unknown, string, string>
    device: string
    actor: ColumnType<AccountId, string, string>
    at: ColumnType<Date, Date | string, Date | string>
    received_at: ColumnType<Date, Date | string, Date | string>
    skew_ms: ColumnType<number | null, number | null | undefined, number | null>
  }
  session_late_entry: {
    clinic_id: ColumnType<ClinicId, string, string>
    session: ColumnType<SessionId, string, string>
    id: string
    payload: ColumnType<unknown, string, string>
    device: string
    actor: ColumnType<AccountId, string, string>
    at: ColumnType<Date, Date | string, Date | string>
    skew_ms: ColumnType<number | null, number | null | undefined, number | null>
    received_at: ColumnType<Date, Date | string, Date | string>
  }
  session_needle: {
    clinic_id: ColumnType<ClinicId, string, string>
    session: ColumnType<SessionId, string, string>
    needle: string
    number: number
    muscle: string
    side: string
    level: ColumnType<string | null, string | null | undefined, string | null>
    gauge_mm: ColumnType<number | null, number | null | undefined, number | null>
    length_mm: ColumnType<number | null, number | null | undefined, number | null>
    depth_mm: ColumnType<number | null, number | null | undefined, number | null>
    direction: string
    technique: string
    twitch: string
    twitch_count: ColumnType<number | null, number | null | undefined, number | null>
    pain_0to10: ColumnType<number | null, number | null | undefined, number | null>
    lot: ColumnType<string | null, string | null | undefined, string | null>
    in_at: ColumnType<Date, Date | string, Date | string>
    out_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
    outcome: string
  }
  session_session: {
    clinic_id: ColumnType<ClinicId, string, string>
    id: string
    patient: ColumnType<PatientId, string, string>
    version: number
    status: string
    opened_at: ColumnType<Date, Date | string, Date | string>
    opened_by: string
    last_event_at: ColumnType<Date, Date | string, Date | string>
    signed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
    signed_by: ColumnType<string | null, string | null | undefined, string | null>
    needles_in: number
    needles_out: number
    needles_accounted: number
    addenda: number
  }
}
