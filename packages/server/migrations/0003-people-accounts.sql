-- Accounts, how they sign in, and where they are signed in.
--
-- Two tables, people_challenge and people_attempt, also hold rows from before anybody has said which clinic they belong to.
-- Those rows stand under one fixed id that is no clinic's (BEFORE_ANY_CLINIC in people/before-any-clinic.ts), so that
-- row-level security needs no exception for them.

create table people_account (
  clinic_id uuid not null references clinic_clinic (clinic_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  email text not null,
  -- SHA-256 of the e-mail in lower case.
  email_hash bytea not null check (length(email_hash) = 32),
  -- argon2id with its parameters and salt.
  password_hash text not null check (password_hash like '$argon2id$%'),
  -- Somebody else chose it.
  password_temporary boolean not null,
  roles text[] not null check (cardinality(roles) >= 1 and roles <@ array['owner', 'clinician', 'desk']),
  -- Number in the register of the profession.
  registration text,
  active boolean not null,
  created_at timestamptz not null,
  primary key (clinic_id, id),
  unique (clinic_id, email_hash)
);
create index people_account_email on people_account (email_hash);

create table people_totp (
  clinic_id uuid not null,
  account uuid not null,
  -- Base32. Null until the first code was right.
  secret text,
  -- Handed out and not yet confirmed.
  pending_secret text,
  -- The newest time step used: neither it nor an older one counts again.
  last_step bigint not null,
  primary key (clinic_id, account),
  foreign key (clinic_id, account) references people_account (clinic_id, id)
);

create table people_recovery_code (
  clinic_id uuid not null,
  account uuid not null,
  -- SHA-256; the codes hold 80 random bits, so that a slow hash would add nothing.
  code_hash bytea not null,
  primary key (clinic_id, account, code_hash),
  foreign key (clinic_id, account) references people_account (clinic_id, id)
);

create table people_passkey (
  clinic_id uuid not null,
  id uuid not null,
  account uuid not null,
  -- As the authenticator names it, base64url.
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  added_at timestamptz not null,
  used_at timestamptz,
  primary key (clinic_id, id),
  unique (clinic_id, credential_id),
  foreign key (clinic_id, account) references people_account (clinic_id, id)
);
create index people_passkey_account on people_passkey (clinic_id, account);

create table people_challenge (
  clinic_id uuid not null,
  challenge text not null,
  purpose text not null check (purpose in ('add-passkey', 'sign-in')),
  -- Null while nobody is signed in.
  account uuid,
  expires_at timestamptz not null,
  primary key (clinic_id, challenge)
);
create index people_challenge_expiry on people_challenge (clinic_id, expires_at);

create table people_sign_in (
  clinic_id uuid not null,
  id uuid not null,
  account uuid not null,
  -- SHA-256 of the token's secret half; the token itself is nowhere.
  token_hash bytea not null check (length(token_hash) = 32),
  how text not null,
  device text not null,
  address text not null,
  started_at timestamptz not null,
  used_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (clinic_id, id),
  unique (clinic_id, token_hash),
  foreign key (clinic_id, account) references people_account (clinic_id, id)
);
create index people_sign_in_account on people_sign_in (clinic_id, account, started_at desc);

create table people_attempt (
  clinic_id uuid not null,
  kind text not null check (kind in ('address', 'email')),
  -- SHA-256 of what is counted: neither addresses nor e-mails of strangers are kept.
  key bytea not null check (length(key) = 32),
  failures integer not null check (failures >= 0),
  last_at timestamptz not null,
  blocked_until timestamptz not null,
  primary key (clinic_id, kind, key)
);
create index people_attempt_age on people_attempt (clinic_id, last_at);

do $$
declare
  name text;
begin
  foreach name in array array['people_account', 'people_totp', 'people_recovery_code', 'people_passkey', 'people_challenge',
    'people_sign_in', 'people_attempt'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format($p$create policy by_clinic on %I
      using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
      with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)$p$, name);
  end loop;
end
$$;

grant select, insert, update on people_account, people_sign_in to :app_role;
grant select, insert, update, delete
  on people_totp, people_recovery_code, people_passkey, people_challenge, people_attempt to :app_role;

-- For people_find_by_email alone: it runs as the owner of the table, who is held by the forced policy otherwise.
create policy by_table_owner on people_account for select to current_user using (true);

-- Whoever signs in says an e-mail, not a clinic: this is the one look across clinics, and therefore a function instead of a
-- right. It answers ids only, to somebody who has the hash of the whole e-mail: no name, no address, no password hash; those
-- are read afterwards with the connection held to the clinic found. At most five: more accounts of one e-mail would make a
-- sign-in as slow as that many password checks.
create function people_find_by_email(wanted bytea) returns table (clinic_id uuid, account_id uuid)
language sql stable security definer rows 5 set search_path = public, pg_temp as $$
  select a.clinic_id, a.id from people_account a where a.email_hash = wanted and a.active order by a.created_at, a.id limit 5
$$;
revoke all on function people_find_by_email(bytea) from public;
grant execute on function people_find_by_email(bytea) to :app_role;
