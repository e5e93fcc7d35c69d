-- The clinic's own versions of the consent: drafts that are worked on, and published ones that never change again.

create table consent_text (
  clinic_id uuid not null,
  id uuid not null,
  -- Such as OWN-3; null while it is a draft.
  version text,
  title text not null,
  -- As care/consent's OwnPart: [{"id": …, "title": …, "when": …, "sentences": [{"figure": …, "text": …, "tells": …}]}].
  parts jsonb not null,
  -- What is new in it, for whoever looks back.
  note text not null,
  -- Counts up with each change of a draft.
  revision integer not null check (revision >= 1),
  changed_at timestamptz not null,
  changed_by uuid not null,
  changed_by_name text not null,
  published_at timestamptz,
  check ((version is null) = (published_at is null)),
  primary key (clinic_id, id),
  unique (clinic_id, version),
  foreign key (clinic_id, changed_by) references people_account (clinic_id, id)
);

-- Patients signed it: whoever asks, its words stay.
create function consent_text_stays() returns trigger language plpgsql as $$
begin
  -- The invented texts of a demo clinic go with it.
  if tg_op = 'DELETE' and exists (select from kernel_install i where i.clinic_id = old.clinic_id and i.kind = 'demo') then
    return old;
  end if;
  if old.published_at is not null then
    raise exception 'a published consent text is not changed';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger consent_text_stays before update or delete on consent_text
  for each row execute function consent_text_stays();

alter table consent_text enable row level security;
alter table consent_text force row level security;
create policy by_clinic on consent_text
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

grant select, insert, update on consent_text to :app_role;
