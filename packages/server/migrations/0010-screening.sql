-- Screenings: answers and what they meant under one version of the rules. Never changed, never taken away: who answers
-- again makes a new one.

create table screening_screening (
  clinic_id uuid not null,
  id uuid not null,
  patient uuid not null,
  -- As care/screening names them: {"blood-thinner": {"answer": "yes", "note": "…"}}.
  answers jsonb not null,
  -- Whole years on the day of the screening, which some rules read.
  age_years integer not null check (age_years >= 0),
  result jsonb not null,
  -- What lists need, so that they need not open the result.
  rules_version text not null,
  disposition text not null,
  urgency text,
  may_needle boolean not null,
  screened_at timestamptz not null,
  screened_by uuid not null,
  -- The name on the day: a later change of name doesn't change the record.
  screened_by_name text not null,
  -- An emergency can't stand as permission, however the program errs.
  check (not (may_needle and disposition in ('not-today', 'medical-clearance-first', 'not-at-all', 'urgent-referral'))),
  check (urgency is null or disposition = 'urgent-referral'),
  primary key (clinic_id, id),
  foreign key (clinic_id, patient) references people_patient (clinic_id, id),
  foreign key (clinic_id, screened_by) references people_account (clinic_id, id)
);
create index screening_screening_patient on screening_screening (clinic_id, patient, screened_at desc);

alter table screening_screening enable row level security;
alter table screening_screening force row level security;
create policy by_clinic on screening_screening
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

grant select, insert on screening_screening to :app_role;
