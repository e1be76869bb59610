-- The figures made from the evidence. DESIGN.md, "The flow", 4 to 8.

create table perjam.observation (
  id            text primary key,
  origin_kind   text not null check (origin_kind in ('claim', 'report', 'figure')),
  origin        text not null,
  rule_version  text not null,
  status        text not null check (status in ('accepted', 'held', 'refused', 'withdrawn')),
  reason        text,
  kind          text not null,
  tier          text not null,
  statistic     text not null,
  basis         text not null,
  platform      text,
  task_type     text,
  experience    text,
  country       text,
  month         date not null,
  amount_min    numeric,
  amount_max    numeric,
  bound         text not null,
  currency      text not null,
  unit          text not null,
  tasks         numeric,
  tasks_bound   text not null,
  hours         numeric,
  unpaid_hours  numeric,
  costs         numeric,
  contributor   text,
  workers       integer,
  p10           numeric,
  p25           numeric,
  median        numeric,
  p75           numeric,
  p90           numeric,
  check (status = 'accepted' or reason is not null)
);
create unique index observation_origin on perjam.observation (origin_kind, origin);

-- The claims that tell an observation's story, the original first.
create table perjam.witness (
  observation_id text not null references perjam.observation (id) on delete cascade,
  claim_id       text not null references perjam.claim (id) on delete cascade,
  position       integer not null,
  primary key (observation_id, claim_id)
);
create index witness_claim on perjam.witness (claim_id);

create table perjam.hourly_rate (
  observation_id    text not null references perjam.observation (id) on delete cascade,
  rate_month        date not null,
  method_version    text not null,
  rate_stale        boolean not null,
  paid_only         jsonb,
  paid_only_gap     text,
  all_in            jsonb,
  all_in_gap        text,
  all_in_imputed    boolean not null,
  per_task          jsonb,
  factors           jsonb not null,
  primary key (observation_id, rate_month),
  paid_only_typical double precision generated always as ((paid_only ->> 'typical')::double precision) stored,
  all_in_typical    double precision generated always as ((all_in ->> 'typical')::double precision) stored,
  check ((paid_only is null) = (paid_only_gap is not null)),
  check ((all_in is null) = (all_in_gap is not null))
);
comment on column perjam.hourly_rate.paid_only is 'USD an hour: {low, typical, high}.';

create table perjam.rollup (
  key           text not null,
  cell          jsonb not null,
  measure       text not null check (measure in ('paid-only', 'all-in')),
  contributors  integer not null,
  observations  integer not null,
  p10           double precision not null,
  p25           double precision not null,
  median        double precision not null,
  p75           double precision not null,
  p90           double precision not null,
  median_low    double precision not null,
  median_high   double precision not null,
  primary key (key, measure)
);
comment on column perjam.rollup.median_low is 'Lower end of the 90 % interval of the median, from order statistics.';

-- Near-microdata at small n: internal, never published (METHOD.md §4).
create table perjam.rollup_bucket (
  key      text not null,
  measure  text not null,
  bucket   integer not null,
  n        integer not null check (n > 0),
  primary key (key, measure, bucket)
);

-- What the rollups were made from, so that an unchanged input is not worked through again.
create table perjam.rollup_input (
  only_row     boolean primary key default true check (only_row),
  fingerprint  text not null
);

create table perjam.estimate (
  key             text not null,
  cell            jsonb not null,
  measure         text not null,
  basis           text not null check (basis in ('direct', 'modelled', 'studies')),
  typical         numeric not null,
  low             numeric not null,
  high            numeric not null,
  workers         integer not null,
  imputed         boolean not null,
  observation_ids jsonb not null,
  method_version  text not null,
  seed            integer not null,
  input_hash      text not null,
  primary key (key, measure)
);

create table perjam.release (
  id           text primary key,
  number       integer not null unique,
  made_at      timestamptz not null,
  simulated    boolean not null,
  manifest     jsonb not null
);

-- Content-addressed; a file that did not change is kept once for all releases.
create table perjam.release_object (
  sha256   text primary key,
  content  bytea not null
);

create table perjam.release_file (
  release_id  text not null references perjam.release (id),
  name        text not null,
  sha256      text not null references perjam.release_object (sha256),
  bytes       integer not null,
  rows        integer not null,
  primary key (release_id, name)
);

-- A release is never edited.
create function perjam.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'A release is never edited: % on % refused.', tg_op, tg_table_name;
end $$;
create trigger frozen before update or delete on perjam.release for each row execute function perjam.refuse_change();
create trigger frozen before update or delete on perjam.release_file for each row execute function perjam.refuse_change();
create trigger frozen before update on perjam.release_object for each row execute function perjam.refuse_change();
