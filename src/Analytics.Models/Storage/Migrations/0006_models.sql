-- The model in use of each measure with its card, and all that the next one is compared with: gzipped JSON, no row of anyone's.
create table perjam.pay_model (
  measure text primary key,
  card jsonb not null,
  models bytea
);

-- How far what is promised runs above what workers get.
create table perjam.advert_gap (
  platform text,
  task_type text,
  kind text not null,
  adverts integer not null,
  against_reports integer not null,
  times double precision not null,
  low double precision not null,
  high double precision not null
);
create unique index on perjam.advert_gap (coalesce(platform, ''), coalesce(task_type, ''), kind);
