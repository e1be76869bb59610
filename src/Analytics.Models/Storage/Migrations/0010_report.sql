-- What workers send themselves: who may see, correct and withdraw it, what it says beyond pay and time, and what the rules and the operator made of it.

-- One worker, known by a key that only the receipt has. What is kept of the key is its SHA-256.
create table perjam.contributor (
  id        text primary key,
  key_hash  text not null unique,
  language  text not null check (language in ('en', 'id')),
  made_on   date not null,
  simulated boolean not null default false
);
comment on column perjam.contributor.id is 'Drawn by lot; nothing leads from it to the key.';

-- What a file of a tracker brought at once. The file is not kept, nor its name.
create table perjam.import_batch (
  id          text primary key,
  contributor text not null references perjam.contributor (id) on delete cascade,
  format      text not null,
  rows        integer not null check (rows >= 0),
  file_hash   text not null,
  received_at timestamptz not null,
  unique (contributor, file_hash)
);

alter table perjam.report
  alter platform drop not null,
  drop column withdrawn_at,
  add platform_name text,
  add unit text not null default 'total' check (unit in ('hour', 'task', 'day', 'week', 'month', 'total')),
  add bonus numeric,
  add region text,
  add tasks_done text,
  add qualification text,
  add expertise text,
  add payment text check (payment in ('paid', 'waiting', 'partly-rejected', 'refused')),
  add days_to_payment integer check (days_to_payment between 0 and 3660),
  add work_available text check (work_available in ('plenty', 'some', 'little', 'none')),
  add unpaid_estimated boolean not null default false,
  add keyless boolean not null default false,
  add batch text references perjam.import_batch (id) on delete cascade,
  add consent text,
  add revised_at timestamptz,
  add hold text,
  add review text check (review in ('accepted', 'refused')),
  add review_reason text,
  add reviewed_at timestamptz,
  add check (platform is not null or platform_name is not null or simulated),
  add check (review is null or reviewed_at is not null);
comment on column perjam.report.platform_name is 'As the worker named it, where the catalogue does not know it; such a report waits for the operator.';
comment on column perjam.report.unit is 'What pay, hours and costs together are for: one hour, task, day, week or month like the rest, or all of the month (total).';
comment on column perjam.report.bonus is 'Of pay, what was bonuses and tips; null where not told apart.';
comment on column perjam.report.unpaid_estimated is 'Whether the unpaid time was worked out from the gaps between tasks.';
comment on column perjam.report.keyless is 'Sent without a key of earlier reports: towards k, a cell counts at most one such report a day.';
comment on column perjam.report.consent is 'Version of the consent text that the worker agreed to; null for simulated reports.';
comment on column perjam.report.hold is 'Why the rules want a person to look (a term of HoldReason); null where they do not. It counts only once review says accepted.';
create index report_contributor on perjam.report (contributor);
create index report_waiting on perjam.report (received_at) where hold is not null and review is null;
create index report_batch on perjam.report (batch) where batch is not null;
