-- Links by which somebody who forgot the password chooses a new one. Each is taken out when it is used.

create table people_password_link (
  clinic_id uuid not null,
  -- SHA-256 of the link's secret half; the link itself is in the mail alone.
  token_hash bytea not null check (length(token_hash) = 32),
  account uuid not null,
  expires_at timestamptz not null,
  primary key (clinic_id, token_hash),
  foreign key (clinic_id, account) references people_account (clinic_id, id)
);
create index people_password_link_account on people_password_link (clinic_id, account);

alter table people_password_link enable row level security;
alter table people_password_link force row level security;
create policy by_clinic on people_password_link
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);
grant select, insert, delete on people_password_link to :app_role;

-- Asking for links is counted apart from trying passwords.
alter table people_attempt drop constraint people_attempt_kind_check;
alter table people_attempt add constraint people_attempt_kind_check
  check (kind in ('address', 'email', 'link-address', 'link-email'));
