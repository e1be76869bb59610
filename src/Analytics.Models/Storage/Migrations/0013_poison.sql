-- What keeps a few senders from moving the figures: whom a report counts as, where one came from for two days, and whether a cell hangs on one contributor.

alter table perjam.report add counts_as text;
comment on column perjam.report.counts_as is 'Drawn by lot, the same for reports without a key that came with one fingerprint on one day: they count as one contributor. Null: its contributor.';
create index report_came on perjam.report ((coalesce(revised_at, received_at))) where not simulated;
create index report_work on perjam.report (task_type, (coalesce(platform, platform_name)), (coalesce(revised_at, received_at))) where not simulated;
-- Nor does a name that a worker typed enter the planner's statistics by way of an index.
alter index perjam.report_work alter column 2 set statistics 0;
create index report_figures on perjam.report (pay, currency, month) where keyless and not simulated;

alter table perjam.observation
  add keyless_on date,
  add batch text;
comment on column perjam.observation.contributor is 'Whom it counts as.';
comment on column perjam.observation.keyless_on is 'The day it was sent on, where it was sent without a key of earlier reports: towards k a cell counts at most one of those a day.';

alter table perjam.rollup add steadiness text not null default 'steady' check (steadiness in ('steady', 'median-only', 'unsteady'));
comment on column perjam.rollup.steadiness is 'Which figures stay within 10 % whichever one contributor is taken away.';

-- Where something that was sent came from: network prefix and user agent, hashed with the day's secret. Rows live for two days, and so do secrets.
create table perjam.fingerprint_secret (
  day    date primary key,
  secret bytea not null
);
create table perjam.fingerprint (
  fingerprint text not null,
  act         text not null,
  at          timestamptz not null,
  counts_as   text not null
);
create index fingerprint_acts on perjam.fingerprint (fingerprint, act, at);
create index fingerprint_age on perjam.fingerprint (at);
