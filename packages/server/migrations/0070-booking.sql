-- What the clinic offers, and what was booked of it. Two patients never have one clinician or one room at one time: the
-- exclusion constraint on booking_occupancy holds that, whatever the program believes.

create extension if not exists btree_gist;

create table booking_service (
  clinic_id uuid not null references clinic_clinic (clinic_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  -- [{"kind": "contact", "lengthMin": 20}, …] as care/booking names them.
  phases jsonb not null,
  buffer_before_min integer not null check (buffer_before_min between 0 and 240),
  buffer_after_min integer not null check (buffer_after_min between 0 and 240),
  align_min integer not null check (align_min between 1 and 1440),
  lead_min integer not null check (lead_min >= 0),
  horizon_days integer not null check (horizon_days between 1 and 730),
  cancel_notice_min integer not null check (cancel_notice_min >= 0),
  needs_room boolean not null,
  requires text[] not null,
  -- Whether it is offered on the public page.
  public boolean not null,
  active boolean not null,
  primary key (clinic_id, id)
);

create table booking_room (
  clinic_id uuid not null,
  id uuid not null,
  location uuid not null,
  name text not null check (length(name) between 1 and 100),
  active boolean not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, location) references clinic_location (clinic_id, id)
);

create table booking_clinician (
  clinic_id uuid not null,
  account uuid not null,
  trained_in text[] not null,
  patients_at_once_max integer not null check (patients_at_once_max between 1 and 6),
  bookings_a_day_max integer check (bookings_a_day_max between 1 and 200),
  primary key (clinic_id, account),
  foreign key (clinic_id, account) references people_account (clinic_id, id)
);

create table booking_hours (
  clinic_id uuid not null,
  id uuid not null,
  account uuid not null,
  location uuid not null,
  -- RFC 5545, the part that care/booking understands.
  rrule text not null check (length(rrule) between 1 and 200),
  first_on date not null,
  from_min integer not null check (from_min between 0 and 1439),
  to_min integer not null check (to_min > from_min and to_min <= 1440),
  primary key (clinic_id, id),
  foreign key (clinic_id, account) references booking_clinician (clinic_id, account),
  foreign key (clinic_id, location) references clinic_location (clinic_id, id)
);
create index booking_hours_account on booking_hours (clinic_id, account);

create table booking_other_hours (
  clinic_id uuid not null,
  account uuid not null,
  on_day date not null,
  -- [{"location": "…", "fromMin": 540, "toMin": 720}, …]; empty: a day off.
  hours jsonb not null,
  primary key (clinic_id, account, on_day),
  foreign key (clinic_id, account) references booking_clinician (clinic_id, account)
);

create table booking_closure (
  clinic_id uuid not null references clinic_clinic (clinic_id),
  id uuid not null,
  -- Null: the whole clinic.
  location uuid,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  name text not null check (length(name) between 1 and 200),
  primary key (clinic_id, id),
  foreign key (clinic_id, location) references clinic_location (clinic_id, id)
);

create table booking_booking (
  clinic_id uuid not null,
  id uuid not null,
  service uuid not null,
  clinician uuid not null,
  location uuid not null,
  room uuid,
  start_at timestamptz(3) not null,
  end_at timestamptz(3) not null check (end_at > start_at),
  -- What was promised: this wall time on this zone's clock. When the zone's law changes, the promise stays and the instant moves.
  zone text not null,
  wall text not null check (wall ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'),
  state text not null check (state in
    ('held', 'booked', 'late', 'arrived', 'in-treatment', 'done', 'no-show', 'cancelled', 'expired')),
  held_until timestamptz(3),
  -- Null while somebody without a record booked in public: then the contact says who.
  patient uuid,
  -- {"name": "…", "email": "…", "phone": "…"}
  contact jsonb,
  note text not null,
  -- Not null: booked over something else, on purpose.
  overbook_reason text check (length(overbook_reason) between 1 and 500),
  cancel_reason text,
  -- Counted up with each move: the calendar file's SEQUENCE.
  sequence integer not null check (sequence >= 0),
  version integer not null check (version >= 1),
  created_at timestamptz(3) not null,
  -- Null: the patient, in public.
  created_by uuid,
  changed_at timestamptz(3) not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, service) references booking_service (clinic_id, id),
  foreign key (clinic_id, clinician) references booking_clinician (clinic_id, account),
  foreign key (clinic_id, location) references clinic_location (clinic_id, id),
  foreign key (clinic_id, room) references booking_room (clinic_id, id),
  foreign key (clinic_id, patient) references people_patient (clinic_id, id),
  check ((state = 'held') = (held_until is not null))
);
create index booking_booking_start on booking_booking (clinic_id, start_at);
create index booking_booking_patient on booking_booking (clinic_id, patient, start_at) where patient is not null;

create index booking_booking_held on booking_booking (clinic_id, held_until) where state = 'held';

-- One row for each thing that a booking takes: hands, a place, a room. Busy time from elsewhere has no booking.
create table booking_occupancy (
  clinic_id uuid not null,
  id uuid not null,
  booking uuid,
  -- hands:…, place:…:0, room:… as care/booking names them.
  resource text not null check (length(resource) between 6 and 60),
  from_at timestamptz(3) not null,
  -- At most a day: what lies in a span is then found among the rows that begin within a day before it.
  to_at timestamptz(3) not null check (to_at > from_at and to_at <= from_at + interval '24 hours'),
  overbooked boolean not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, booking) references booking_booking (clinic_id, id),
  constraint booking_occupancy_once exclude using gist
    (clinic_id with =, resource with =, tstzrange(from_at, to_at) with &&) where (not overbooked)
);
create index booking_occupancy_booking on booking_occupancy (clinic_id, booking);
create index booking_occupancy_from on booking_occupancy (clinic_id, from_at);

-- What happened to a booking, only added to.
create table booking_event (
  clinic_id uuid not null,
  id uuid not null,
  booking uuid not null,
  at timestamptz(3) not null,
  -- Null: the patient, in public.
  actor uuid,
  -- held, booked, moved, cancelled, or the state that was set.
  what text not null,
  -- {"from": "2026-…", "to": "2026-…", "reason": "…"}
  detail jsonb not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, booking) references booking_booking (clinic_id, id)
);
create index booking_event_booking on booking_event (clinic_id, booking);

alter table booking_service enable row level security;
alter table booking_service force row level security;
create policy by_clinic on booking_service
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);
alter table booking_room enable row level security;
alter table booking_room force row level security;
create policy by_clinic on booking_room
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);
alter table booking_clinician enable row level security;
alter table booking_clinician force row level security;
create policy by_clinic on booking_clinician
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);
alter table booking_hours enable row level security;
alter table booking_hours force row level security;
create policy by_clinic on booking_hours
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);
alter table booking_other_hours enable row level security;
alter table booking_other_hours force row level security;
create policy by_clinic on booking_other_hours
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);
alter table booking_closure enable row level security;
alter table booking_closure force row level security;
create policy by_clinic on booking_closure
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);
alter table booking_booking enable row level security;
alter table booking_booking force row level security;
create policy by_clinic on booking_booking
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);
alter table booking_occupancy enable row level security;
alter table booking_occupancy force row level security;
create policy by_clinic on booking_occupancy
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);
alter table booking_event enable row level security;
alter table booking_event force row level security;
create policy by_clinic on booking_event
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

grant select, insert, update on booking_service, booking_room, booking_clinician, booking_booking to :app_role;
grant select, insert, update, delete on booking_hours, booking_other_hours, booking_closure, booking_occupancy to :app_role;
grant select, insert on booking_event to :app_role;
