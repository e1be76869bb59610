-- What the model in use says of persons: one row for each combination of words near which contributors enough have reported.
create table perjam.personal_estimate (
  measure    text not null,
  task_type  text not null,
  platform   text,
  experience text,
  country    text,
  low        double precision,
  typical    double precision not null,
  high       double precision
);

-- How much paid work the contributors of a cell got.
create table perjam.work_hours (
  key          text primary key,
  cell         jsonb not null,
  contributors integer not null,
  p25          double precision not null,
  median       double precision not null,
  p75          double precision not null,
  told_unpaid  integer not null,
  unpaid_share double precision
);
