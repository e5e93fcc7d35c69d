-- Sessions: the list of events is the truth, it is only ever added to. The other two tables are kept beside it in the
-- same statement, so that lists and reports need not fold every session.

create table session_session (
  clinic_id uuid not null,
  id uuid not null,
  patient uuid not null,
  -- How many events were accepted. A write names the version that it judged against; another one in between refuses it.
  version integer not null check (version >= 0),
  status text not null check (status in ('open', 'signed')),
  opened_at timestamptz not null,
  opened_by uuid not null,
  last_event_at timestamptz not null,
  signed_at timestamptz,
  signed_by uuid,
  needles_in integer not null check (needles_in >= 0),
  needles_out integer not null check (needles_out >= 0),
  needles_accounted integer not null check (needles_accounted >= 0),
  addenda integer not null check (addenda >= 0),
  -- SES-3, said once more where no program can forget it.
  check (needles_in >= needles_out + needles_accounted),
  check (status = 'open' or (signed_at is not null and signed_by is not null)),
  check (status = 'open' or needles_in = needles_out + needles_accounted),
  primary key (clinic_id, id),
  foreign key (clinic_id, patient) references people_patient (clinic_id, id),
  foreign key (clinic_id, opened_by) references people_account (clinic_id, id),
  foreign key (clinic_id, signed_by) references people_account (clinic_id, id)
);
create index session_session_patient on session_session (clinic_id, patient, opened_at desc);
create index session_session_unfinished on session_session (clinic_id, opened_at) where status = 'open';

create table session_event (
  clinic_id uuid not null,
  session uuid not null,
  -- 1 for the first accepted event, without gaps.
  seq integer not null check (seq >= 1),
  id uuid not null,
  -- What happened, as care/session names it: {"kind": "needle-inserted", ...}.
  payload jsonb not null,
  device uuid not null,
  actor uuid not null,
  -- The device's clock, and ours.
  at timestamptz not null,
  received_at timestamptz not null,
  primary key (clinic_id, session, seq),
  unique (clinic_id, id),
  foreign key (clinic_id, session) references session_session (clinic_id, id)
);

create table session_needle (
  clinic_id uuid not null,
  session uuid not null,
  needle uuid not null,
  number integer not null,
  muscle text not null,
  side text not null check (side in ('left', 'right')),
  level text,
  gauge_mm double precision,
  length_mm double precision,
  depth_mm double precision,
  direction text not null,
  technique text not null,
  twitch text not null check (twitch in ('not-looked-for', 'unknown', 'none', 'seen')),
  twitch_count integer,
  pain_0to10 integer,
  lot text,
  in_at timestamptz not null,
  out_at timestamptz,
  outcome text not null check (outcome in ('in-body', 'out', 'broken', 'retained', 'dropped', 'missing', 'retracted')),
  primary key (clinic_id, session, needle),
  foreign key (clinic_id, session) references session_session (clinic_id, id)
);
create index session_needle_site on session_needle (clinic_id, muscle, in_at);

alter table session_session enable row level security;
alter table session_session force row level security;
create policy by_clinic on session_session
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

alter table session_event enable row level security;
alter table session_event force row level security;
create policy by_clinic on session_event
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

alter table session_needle enable row level security;
alter table session_needle force row level security;
create policy by_clinic on session_needle
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

grant select, insert, update on session_session, session_needle to :app_role;
-- What happened is never changed and never taken away.
grant select, insert on session_event to :app_role;
