-- Consents and their withdrawals. Both are only ever added: a withdrawn consent stays, with the moment of its withdrawal.

create table consent_consent (
  clinic_id uuid not null,
  id uuid not null,
  patient uuid not null,
  -- The patient's name and birth date as they stood on the paper.
  patient_name text not null,
  patient_birth_on date not null,
  text_version text not null,
  -- SHA-256 of the exact text, lower-case hexadecimal.
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  -- The text itself, in its parts, as care/consent makes it.
  agreed jsonb not null,
  jurisdiction text not null,
  regions text[] not null check (cardinality(regions) >= 1),
  electrical boolean not null,
  signature jsonb not null,
  -- {"name": "…", "relation": "…"}; null when the patient signed.
  representative jsonb,
  given_at timestamptz not null,
  taken_by uuid not null,
  taken_by_name text not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient) references people_patient (clinic_id, id),
  foreign key (clinic_id, taken_by) references people_account (clinic_id, id)
);
create index consent_consent_patient on consent_consent (clinic_id, patient, given_at desc);

create table consent_withdrawal (
  clinic_id uuid not null,
  consent uuid not null,
  withdrawn_at timestamptz not null,
  withdrawn_by text not null check (withdrawn_by in ('patient', 'clinician')),
  -- May be empty: nobody owes a reason.
  reason text not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  primary key (clinic_id, consent),
  foreign key (clinic_id, consent) references consent_consent (clinic_id, id),
  foreign key (clinic_id, recorded_by) references people_account (clinic_id, id)
);

alter table consent_consent enable row level security;
alter table consent_consent force row level security;
create policy by_clinic on consent_consent
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

alter table consent_withdrawal enable row level security;
alter table consent_withdrawal force row level security;
create policy by_clinic on consent_withdrawal
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

grant select, insert on consent_consent, consent_withdrawal to :app_role;
