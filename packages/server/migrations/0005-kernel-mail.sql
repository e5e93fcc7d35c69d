-- Mail on its way out. Queued in the transaction of what it tells of, sent afterwards, shown to the owner until it is.

create table kernel_mail (
  clinic_id uuid not null,
  id uuid not null,
  -- What it is about, kebab-case, such as forgotten-password.
  kind text not null,
  recipient text not null,
  subject text not null,
  -- Sealed with the installation's key, since it may hold a link that opens an account; taken away once the mail is settled.
  body_sealed text,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  tries integer not null check (tries >= 0),
  last_error text,
  queued_at timestamptz(3) not null,
  next_try_at timestamptz(3) not null,
  -- After this nobody is helped by it any more, so it is not sent.
  useful_until timestamptz(3) not null,
  settled_at timestamptz(3),
  primary key (clinic_id, id),
  check ((state = 'waiting') = (body_sealed is not null and settled_at is null))
);
create index kernel_mail_due on kernel_mail (clinic_id, next_try_at) where state = 'waiting';

alter table kernel_mail enable row level security;
alter table kernel_mail force row level security;
create policy by_clinic on kernel_mail
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);
grant select, insert, update on kernel_mail to :app_role;
