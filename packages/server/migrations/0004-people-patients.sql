-- Patients as the front desk knows them, and what they are found by.

create table people_patient (
  clinic_id uuid not null references clinic_clinic (clinic_id),
  id uuid not null,
  number integer not null check (number >= 1),
  name text not null check (length(name) between 1 and 200),
  birth_on date not null check (birth_on >= '1900-01-01'),
  sex text not null check (sex in ('female', 'male', 'other', 'unknown')),
  phone text,
  email text,
  -- {"name": "…", "phone": "…", "relation": "…" or null}
  emergency_contact jsonb,
  language text,
  notes text not null,
  version integer not null check (version >= 1),
  registered_at timestamptz not null,
  changed_at timestamptz not null,
  -- What likely duplicates are looked up by; care/people makes them.
  name_key text collate "C" not null,
  phone_key text collate "C",
  email_key text collate "C",
  primary key (clinic_id, id),
  unique (clinic_id, number)
);
create index people_patient_birth on people_patient (clinic_id, birth_on);
create index people_patient_name on people_patient (clinic_id, name_key);
create index people_patient_phone on people_patient (clinic_id, phone_key) where phone_key is not null;
create index people_patient_email on people_patient (clinic_id, email_key) where email_key is not null;

-- The last number given in each clinic. Counted in the transaction that registers, so a failed one leaves no gap.
create table people_patient_number (
  clinic_id uuid not null references clinic_clinic (clinic_id),
  last integer not null check (last >= 1),
  primary key (clinic_id)
);

-- Every ending of every word of name, number and birth date (care/people/search.ts). Under row-level security an index serves
-- only leakproof operators: the comparisons of text are, LIKE isn't. So "any part" is answered as a range over endings.
create table people_patient_suffix (
  clinic_id uuid not null,
  suffix text collate "C" not null,
  patient uuid not null,
  primary key (clinic_id, suffix, patient),
  foreign key (clinic_id, patient) references people_patient (clinic_id, id)
);
-- Asks whether one patient also has a second word, and finds a patient's endings when the name changes.
create index people_patient_suffix_patient on people_patient_suffix (clinic_id, patient, suffix);

do $$
declare
  name text;
begin
  foreach name in array array['people_patient', 'people_patient_number', 'people_patient_suffix'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($p$create policy by_clinic on %I
      using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
      with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)$p$, name);
  end loop;
end
$$;

-- Patients aren't deleted: their records must be kept.
grant select, insert, update on people_patient, people_patient_number to :app_role;
grant select, insert, delete on people_patient_suffix to :app_role;
