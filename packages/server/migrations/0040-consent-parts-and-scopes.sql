-- A consent says more of how it was given, and is withdrawn whole or in part.

alter table consent_consent
  -- What was agreed to apart: 'pregnancy' (read), 'student', 'photographs'.
  add column extras text[] not null default '{}' check (extras <@ array['pregnancy', 'student', 'photographs']),
  -- BCP 47, the language of the text.
  add column language text not null default 'en',
  -- {"name": "…", "language": "…"}; null when nobody interpreted.
  add column interpreter jsonb;

-- One row for each thing that was taken back: the whole, a region, the current, the company. Each once, by its key.
alter table consent_withdrawal
  add column scope text not null default 'all' check (scope in ('all', 'cervical', 'shoulder', 'thoracic', 'lumbar',
    'gluteal', 'thigh', 'abdomen', 'electrical', 'student', 'photographs'));
alter table consent_withdrawal drop constraint consent_withdrawal_pkey;
alter table consent_withdrawal add primary key (clinic_id, consent, scope);
