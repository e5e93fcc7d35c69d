-- How far the device's clock was ahead of ours (negative: behind), in milliseconds, as it was measured near the time of the
-- entry. Null: nobody had measured it. `at` stays the device's own time.
alter table session_event add column skew_ms integer;

-- What another device charted and sent after the session was signed. It is no part of the record until an addendum answers
-- it, and it is never thrown away.
create table session_late_entry (
  clinic_id uuid not null,
  session uuid not null,
  -- The event's own id, made on the device.
  id uuid not null,
  payload jsonb not null,
  device uuid not null,
  actor uuid not null,
  at timestamptz not null,
  skew_ms integer,
  received_at timestamptz not null,
  primary key (clinic_id, session, id),
  foreign key (clinic_id, session) references session_session (clinic_id, id)
);

alter table session_late_entry enable row level security;
alter table session_late_entry force row level security;
create policy by_clinic on session_late_entry
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

grant select, insert on session_late_entry to :app_role;
