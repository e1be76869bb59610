-- The evidence: what was fetched, what it says, what workers told us. DESIGN.md, "The flow", 1 to 3.

create table perjam.source (
  address    text primary key,
  kind       text not null check (kind in ('page', 'file')),
  language   text,
  note       text,
  origin     text not null check (origin in ('default', 'operator')),
  active     boolean not null default true,
  added_at   timestamptz not null
);

-- Every attempt to fetch, in order: what came of it, in a sentence an operator can act on.
create table perjam.fetch (
  id         bigint generated always as identity primary key,
  address    text not null,
  at         timestamptz not null,
  outcome    text not null,
  sentence   text not null,
  status     integer,
  bytes      integer
);
create index fetch_newest on perjam.fetch (address, id desc);

create table perjam.source_page (
  id              text primary key,
  address         text not null,
  content_hash    text not null,
  fetched_at      timestamptz not null,
  content         bytea,
  content_type    text,
  charset         text,
  etag            text,
  last_modified   text,
  stated_date     date,
  stated_language text,
  vanished_at     timestamptz,
  unique (address, content_hash)
);
comment on column perjam.source_page.content is 'Bytes as they came; dropped 180 days after fetching, then quote and hash remain.';
comment on column perjam.source_page.stated_date is 'Date given by the operator for a file, where the page itself states none.';

-- Which content stands at an address now. A page that comes back to an older text points there again.
create table perjam.page_at_address (
  address    text primary key,
  page_id    text not null references perjam.source_page (id)
);

create table perjam.page_reading (
  page_id        text not null references perjam.source_page (id),
  reader_version text not null,
  outcome        text not null,
  sentence       text,
  title          text,
  author         text,
  site           text,
  published      date,
  language       text,
  country        text,
  blocks         integer not null,
  passed_over    jsonb not null,
  checks         jsonb not null,
  primary key (page_id, reader_version)
);

create table perjam.claim (
  id             text primary key,
  page_id        text not null,
  reader_version text not null,
  place          jsonb not null,
  quote          text not null,
  sentence       text not null,
  kind           text not null,
  tier           text not null,
  amount_min     numeric not null,
  amount_max     numeric not null,
  bound          text not null,
  currency       text not null,
  unit           text not null,
  platform       text,
  platform_name  text,
  platform_rule  text,
  task_type      text,
  task_rule      text,
  tasks          numeric,
  tasks_bound    text not null,
  hours          numeric,
  period_months  numeric,
  experience     text,
  experience_band text,
  country        text,
  person         text,
  conversion     text,
  witness        text,
  foreign key (page_id, reader_version) references perjam.page_reading on delete cascade
);
create index claim_page on perjam.claim (page_id, reader_version);

create table perjam.statement (
  id             text primary key,
  page_id        text not null,
  reader_version text not null,
  place          jsonb not null,
  topic          text not null,
  quote          text not null,
  platform       text,
  platform_name  text,
  platform_rule  text,
  value          text,
  country        text,
  foreign key (page_id, reader_version) references perjam.page_reading on delete cascade
);
create index statement_page on perjam.statement (page_id, reader_version);

create table perjam.report (
  id               text primary key,
  contributor      text not null,
  kind             text not null check (kind in ('self-report', 'tracker-log')),
  platform         text not null,
  task_type        text not null,
  experience       text,
  country          text,
  month            date not null check (extract(day from month) = 1),
  currency         text not null,
  pay              numeric not null,
  costs            numeric,
  paid_hours       numeric,
  unpaid_hours     numeric,
  tasks            integer,
  simulated        boolean not null,
  received_at      timestamptz not null,
  withdrawn_at     timestamptz
);
comment on column perjam.report.pay is 'Base, bonuses and tips of the month for this platform and task type, before tax.';
comment on column perjam.report.unpaid_hours is 'Searching, onboarding and tests, waiting, rejected and returned work; null where not told.';

create table perjam.exchange_rate (
  month     date not null check (extract(day from month) = 1),
  currency  text not null,
  per_usd   numeric not null check (per_usd > 0),
  source    text not null,
  primary key (month, currency)
);
