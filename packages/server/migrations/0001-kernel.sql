-- The ground: which clinics live here, and the audit trail with its seals.

-- Which clinics this installation holds. Names no patient and no person, so it stands outside the walls between clinics.
create table kernel_install (
  clinic_id uuid primary key,
  kind text not null check (kind in ('clinic', 'demo')),
  created_at timestamptz(3) not null default now()
);
grant select, insert on kernel_install to :app_role;

-- Who did what, when, from where. Written in the transaction of the read or write that it tells of; only ever added to.
create table kernel_audit_entry (
  clinic_id uuid not null,
  -- UUID version 7: its order is the order of time, within a millisecond.
  id uuid not null,
  at timestamptz(3) not null,
  -- Null: nobody was signed in, such as at a failed sign-in.
  actor uuid,
  patient uuid,
  -- Kebab-case, past tense: patient-read, session-signed.
  action text not null,
  -- What it was done to, such as the session's id. Never a name.
  subject text,
  rule_version text,
  request_id text,
  from_address text,
  primary key (clinic_id, id)
);
create index kernel_audit_entry_patient on kernel_audit_entry (clinic_id, patient, id) where patient is not null;

-- The chain. A sealer adds to it shortly after commit, one link an entry, so that writers never queue for its end.
create table kernel_audit_seal (
  clinic_id uuid not null,
  seq bigint not null check (seq >= 1),
  entry uuid not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (clinic_id, seq),
  unique (clinic_id, entry),
  foreign key (clinic_id, entry) references kernel_audit_entry (clinic_id, id)
);

alter table kernel_audit_entry enable row level security;
alter table kernel_audit_entry force row level security;
create policy by_clinic on kernel_audit_entry
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);
alter table kernel_audit_seal enable row level security;
alter table kernel_audit_seal force row level security;
create policy by_clinic on kernel_audit_seal
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);
grant select, insert on kernel_audit_entry, kernel_audit_seal to :app_role;

-- Throws the demo clinic away with all that is in it, append-only tables too, and nothing else: the app's role may call
-- this, but may not delete. A real clinic is refused here, however the program errs. Tables hang together by foreign
-- keys, so it goes round until none is left.
create function kernel_throw_away_demo(demo uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  name text;
  waiting text[];
  blocked text[];
begin
  if not exists (select from kernel_install where clinic_id = demo and kind = 'demo') then
    raise exception 'not a demo clinic' using errcode = 'UK001';
  end if;
  perform set_config('unknot.clinic_id', demo::text, true);
  select array_agg(c.relname order by c.relname) into waiting
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id' and not a.attisdropped
  where c.relkind in ('r', 'p') and not c.relispartition;
  while cardinality(waiting) > 0 loop
    blocked := '{}';
    foreach name in array waiting loop
      begin
        execute format('delete from %I where clinic_id = $1', name) using demo;
      exception when foreign_key_violation then
        blocked := blocked || name;
      end;
    end loop;
    if cardinality(blocked) = cardinality(waiting) then
      raise exception 'tables hold each other: %', blocked;
    end if;
    waiting := blocked;
  end loop;
end $$;
revoke all on function kernel_throw_away_demo(uuid) from public;
grant execute on function kernel_throw_away_demo(uuid) to :app_role;
