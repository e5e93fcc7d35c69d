-- Referral letters. A letter can be edited until it is recorded as sent or handed over; then it is locked, by the database.

create table screening_letter (
  clinic_id uuid not null,
  id uuid not null,
  patient uuid not null,
  -- Whose findings it rests on.
  screening uuid not null,
  recipient text not null check (recipient in ('family-doctor', 'emergency-department', 'specialist')),
  recipient_name text not null,
  recipient_address text not null,
  urgency text not null check (urgency in ('routine', 'urgent', 'same-day', 'emergency-now')),
  subject text not null,
  body text not null,
  -- The warning signs as they were asked and answered, from the screening: [{"question": …, "text": …, "answer": …}].
  asked jsonb not null,
  version integer not null check (version >= 1),
  written_at timestamptz not null,
  written_by uuid not null,
  written_by_name text not null,
  changed_at timestamptz not null,
  issued_at timestamptz,
  issued_how text check (issued_how in ('handed-over', 'posted', 'e-mailed', 'faxed', 'read-out-by-phone')),
  issued_to text,
  issued_by_name text,
  check ((issued_at is null) = (issued_how is null) and (issued_at is null) = (issued_to is null)
    and (issued_at is null) = (issued_by_name is null)),
  primary key (clinic_id, id),
  foreign key (clinic_id, patient) references people_patient (clinic_id, id),
  foreign key (clinic_id, screening) references screening_screening (clinic_id, id),
  foreign key (clinic_id, written_by) references people_account (clinic_id, id)
);
create index screening_letter_patient on screening_letter (clinic_id, patient, written_at desc);

-- What left the house is never changed, whoever asks; and of a draft neither whose it is nor what was asked.
create function screening_letter_stays() returns trigger language plpgsql as $$
begin
  if old.issued_at is not null then
    raise exception 'a letter that left the house is not changed';
  end if;
  if new.patient <> old.patient or new.screening <> old.screening or new.asked <> old.asked
    or new.written_at <> old.written_at or new.written_by <> old.written_by then
    raise exception 'a letter keeps its patient, its screening and its answers';
  end if;
  return new;
end $$;
create trigger screening_letter_stays before update on screening_letter
  for each row execute function screening_letter_stays();

alter table screening_letter enable row level security;
alter table screening_letter force row level security;
create policy by_clinic on screening_letter
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

grant select, insert, update on screening_letter to :app_role;
