-- Scores, what was forecast before each of them, what populations were learned, and how reviews were answered.
-- All of it is only added: a forecast that could be changed afterwards would prove nothing.

create table outcomes_score (
  clinic_id uuid not null,
  id uuid not null,
  patient uuid not null,
  -- The measure with its recall window, such as nprs.avg7d: the identity of the series.
  measure text not null,
  value double precision not null,
  -- By item; null where a total was entered from paper.
  answers jsonb,
  -- The patient's own words for what was rated (PSFS), in order.
  activities text[],
  asked text not null check (asked in ('pad', 'clinic', 'home', 'paper')),
  taken_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient) references people_patient (clinic_id, id),
  foreign key (clinic_id, recorded_by) references people_account (clinic_id, id)
);
create index outcomes_score_series on outcomes_score (clinic_id, patient, measure, taken_at);
create index outcomes_score_measure on outcomes_score (clinic_id, measure, taken_at);

-- What a clinic's courses taught. The newest of a series counts; older ones stay, because forecasts were made from them.
create table outcomes_population (
  clinic_id uuid not null,
  id uuid not null,
  measure text not null,
  learned_at timestamptz not null,
  people integer not null check (people >= 0),
  reach_weeks double precision not null,
  -- As care/outcomes makes it: shape, means, spread, noise.
  population jsonb not null,
  primary key (clinic_id, id)
);
create index outcomes_population_newest on outcomes_population (clinic_id, measure, learned_at desc);

-- Made when a score came, for the weeks after it.
create table outcomes_forecast (
  clinic_id uuid not null,
  id uuid not null,
  patient uuid not null,
  measure text not null,
  made_at timestamptz not null,
  -- Null: the shipped prior, whose id stands in prior.
  population uuid,
  prior text not null,
  score_count integer not null check (score_count >= 1),
  last_value double precision not null,
  -- [{"week", "mean", "sd"}], of the next rating, in weeks since the first session.
  ahead jsonb not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient) references people_patient (clinic_id, id),
  foreign key (clinic_id, population) references outcomes_population (clinic_id, id)
);
create index outcomes_forecast_series on outcomes_forecast (clinic_id, patient, measure, made_at desc);

-- A score met the forecast that was made before it.
create table outcomes_test (
  clinic_id uuid not null,
  score uuid not null,
  forecast uuid not null,
  measure text not null,
  clinician uuid not null,
  tested_at timestamptz not null,
  mean double precision not null,
  sd double precision not null,
  last_value double precision not null,
  value double precision not null,
  primary key (clinic_id, score),
  foreign key (clinic_id, score) references outcomes_score (clinic_id, id),
  foreign key (clinic_id, forecast) references outcomes_forecast (clinic_id, id)
);
create index outcomes_test_newest on outcomes_test (clinic_id, measure, tested_at desc);

-- What patient and clinician aim at. The newest counts.
create table outcomes_aim (
  clinic_id uuid not null,
  id uuid not null,
  patient uuid not null,
  measure text not null,
  onset text not null check (onset in ('new', 'lasting')),
  -- The level to reach, in points; null where only the smallest important change is aimed at.
  goal double precision,
  planned_end_week double precision not null check (planned_end_week > 0),
  set_at timestamptz not null,
  set_by uuid not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient) references people_patient (clinic_id, id),
  foreign key (clinic_id, set_by) references people_account (clinic_id, id)
);
create index outcomes_aim_newest on outcomes_aim (clinic_id, patient, measure, set_at desc);

-- How a clinician answered a review: agreed, or another way with a reason.
create table outcomes_review (
  clinic_id uuid not null,
  id uuid not null,
  patient uuid not null,
  measure text not null,
  rule text not null,
  advice text not null,
  -- Reason and numbers as they stood on the screen.
  review jsonb not null,
  answer text not null check (answer in ('agreed', 'another-way')),
  chosen text not null,
  reason text not null check (answer = 'agreed' or reason <> ''),
  answered_at timestamptz not null,
  answered_by uuid not null,
  answered_by_name text not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient) references people_patient (clinic_id, id),
  foreign key (clinic_id, answered_by) references people_account (clinic_id, id)
);
create index outcomes_review_patient on outcomes_review (clinic_id, patient, answered_at desc);

-- The clinic's own cut-offs. The newest counts.
create table outcomes_cutoffs (
  clinic_id uuid not null,
  id uuid not null,
  cutoffs jsonb not null,
  set_at timestamptz not null,
  set_by uuid not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, set_by) references people_account (clinic_id, id)
);
create index outcomes_cutoffs_newest on outcomes_cutoffs (clinic_id, set_at desc);

alter table outcomes_score enable row level security;
alter table outcomes_score force row level security;
create policy by_clinic on outcomes_score
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

alter table outcomes_population enable row level security;
alter table outcomes_population force row level security;
create policy by_clinic on outcomes_population
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

alter table outcomes_forecast enable row level security;
alter table outcomes_forecast force row level security;
create policy by_clinic on outcomes_forecast
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

alter table outcomes_test enable row level security;
alter table outcomes_test force row level security;
create policy by_clinic on outcomes_test
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

alter table outcomes_aim enable row level security;
alter table outcomes_aim force row level security;
create policy by_clinic on outcomes_aim
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

alter table outcomes_review enable row level security;
alter table outcomes_review force row level security;
create policy by_clinic on outcomes_review
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

alter table outcomes_cutoffs enable row level security;
alter table outcomes_cutoffs force row level security;
create policy by_clinic on outcomes_cutoffs
  using (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid)
  with check (clinic_id = nullif(current_setting('unknot.clinic_id', true), '')::uuid);

grant select, insert on outcomes_score, outcomes_population, outcomes_forecast, outcomes_test, outcomes_aim, outcomes_review, outcomes_cutoffs to :app_role;
