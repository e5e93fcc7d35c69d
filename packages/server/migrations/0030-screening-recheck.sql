-- Re-checks, overrides and what reopens a screening between sessions. Rows are added and read, never changed.

-- Set on a re-check: the screening that it confirmed, and when everything was last asked.
alter table screening_screening add column recheck_of uuid;
alter table screening_screening add column full_at timestamptz;
alter table screening_screening add foreign key (clinic_id, recheck_of) references screening_screening (clinic_id, id);

create table screening_override (
  clinic_id uuid not null,
  screening uuid not null,
  -- The rule's id, such as SCR-R10.
  rule text not null,
  reason text not null check (length(btrim(reason)) >= 12),
  overridden_by uuid not null,
  overridden_by_name text not null,
  overridden_at timestamptz not null,
  primary key (clinic_id, screening, rule),
  foreign key (clinic_id, screening) references screening_screening (clinic_id, id),
  foreign key (clinic_id, overridden_by) references people_account (clinic_id, id)
);

create table screening_reopening (
  clinic_id uuid not null,
  id uuid not null,
  patient uuid not null,
  kind text not null check (kind in ('adverse-event', 'hospital-stay', 'new-diagnosis', 'check-in')),
  note text not null,
  told_by uuid not null,
  told_by_name text not null,
  told_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient) references people_patient (clinic_id, id),
  foreign key (clinic_id, told_by) references people_account (clinic_id, id)
);
create index screening_reopening_patient on screening_reopening (clinic_id, patient, told_at desc);

alter table screening_override enable row level security;
alter table screening_override force row level security;
create policy by_clinic on screening_override
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

alter table screening_reopening enable row level security;
alter table screening_reopening force row level security;
create policy by_clinic on screening_reopening
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

grant select, insert on screening_override, screening_reopening to :app_role;
