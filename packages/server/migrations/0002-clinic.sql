-- Clinics and where they treat. A clinic's own row is kept by row-level security like everything else that it has.

create table clinic_clinic (
  clinic_id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  country text not null check (country ~ '^[A-Z]{2}$'),
  time_zone text not null,
  jurisdiction text not null,
  emergency_number text not null,
  -- As care/clinic names them: {"dnPermitted": "yes", …}. A copy, so that a new edition of our list changes no clinic's rules.
  rules jsonb not null,
  rules_note text not null,
  version integer not null check (version >= 1),
  created_at timestamptz not null,
  changed_at timestamptz not null
);

create table clinic_location (
  clinic_id uuid not null references clinic_clinic (clinic_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  address text not null,
  phone text,
  created_at timestamptz not null,
  primary key (clinic_id, id)
);

alter table clinic_clinic enable row level security;
alter table clinic_clinic force row level security;
create policy by_clinic on clinic_clinic
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

alter table clinic_location enable row level security;
alter table clinic_location force row level security;
create policy by_clinic on clinic_location
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

-- Whether a clinic is the demo stands in kernel_install, which the program can only add to.
grant select, insert, update on clinic_clinic to :app_role;
grant select, insert on clinic_location to :app_role;
