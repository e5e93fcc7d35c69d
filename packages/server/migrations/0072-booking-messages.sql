-- What is to be told of a booking and what was: exactly one of each, however often a job runs.

create table booking_message (
  clinic_id uuid not null,
  id uuid not null,
  booking uuid not null,
  kind text not null check (kind in ('confirmation', 'moved', 'cancelled', 'reminder-first', 'reminder-last')),
  -- The booking's sequence when it became due: a booking that moves gets new reminders.
  sequence integer not null check (sequence >= 0),
  due_at timestamptz(3) not null,
  -- no-address: nobody gave an e-mail address; too-late: nobody would have been helped.
  state text not null check (state in ('due', 'sent', 'no-address', 'too-late')),
  settled_at timestamptz(3),
  primary key (clinic_id, id),
  unique (clinic_id, booking, kind, sequence),
  foreign key (clinic_id, booking) references booking_booking (clinic_id, id),
  check ((state = 'due') = (settled_at is null))
);
create index booking_message_due on booking_message (clinic_id, due_at) where state = 'due';

alter table booking_message enable row level security;
alter table booking_message force row level security;
create policy by_clinic on booking_message
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);
grant select, insert, update, delete on booking_message to :app_role;
