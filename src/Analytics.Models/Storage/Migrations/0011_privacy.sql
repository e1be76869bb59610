-- What the privacy rules must remember between releases (docs/decisions/0018): which reports the cells are made of, which versions of a cell readers have,
-- and how many contributors left each since.

-- The reports that the present rollups are made of, by table. A round is one making of the rollups; a report keeps the round that counted it first.
create table perjam.counted (
  table_name text not null check (table_name in ('paid-only', 'all-in', 'work-hours')),
  report     text not null,
  counts_as  text not null,
  platform   text,
  task_type  text,
  experience text,
  country    text,
  quarter    date not null,
  round      integer not null,
  primary key (table_name, report)
);
create index counted_as on perjam.counted (counts_as);
create index counted_round on perjam.counted (table_name, round);
comment on column perjam.counted.counts_as is 'Whom the report counts as towards k.';

-- Every version of a cell that a release has shown. Who is in it is not listed: whoever was counted in its round or before and has not left.
create table perjam.cell_version (
  id            bigint generated always as identity primary key,
  table_name    text not null,
  key           text not null,
  round         integer not null,
  first_release integer not null,
  last_release  integer not null,
  left_since    integer not null default 0,
  touched       boolean not null default false,
  unique (table_name, key, round)
);
comment on column perjam.cell_version.last_release is 'Number of the last release that showed it.';
comment on column perjam.cell_version.left_since is 'Contributors of this version who have no report of it any more.';
comment on column perjam.cell_version.touched is 'Whether a report of it has gone, be it that its contributor has others: how many such there are is not known, only that it differs.';

-- Rises with every withdrawal and correction, so that rollups made before one are not published after it.
create table perjam.departures (
  only_row boolean primary key default true check (only_row),
  n        bigint not null
);
insert into perjam.departures (n) values (0);
alter table perjam.rollup_input add round integer not null default 0, add departures bigint not null default 0;

-- Withdrawals whose report is still in a version that the latest release shows. Which cells those are is forgotten once there are none.
create table perjam.leaving (
  id            text primary key,
  first_without text
);
comment on column perjam.leaving.first_without is 'Id of the first release that holds no cell computed with it; null until there is one.';
create table perjam.leaving_version (
  withdrawal text not null references perjam.leaving (id) on delete cascade,
  version    bigint not null references perjam.cell_version (id),
  primary key (withdrawal, version)
);

-- Shown versions with what a report said before it was corrected or held: a withdrawal must wait for those too.
create table perjam.earlier_version (
  report  text not null,
  version bigint not null references perjam.cell_version (id),
  primary key (report, version)
);

-- The written keys of every cell that a counted report may be in.
create function perjam.cell_keys(c perjam.counted) returns setof text language sql immutable as $$
  select concat_ws('/', platform, task, experience, country, quarter)
  from unnest(array['*', c.platform]) platform, unnest(array['*', c.task_type]) task, unnest(array['*', c.experience]) experience, unnest(array['*', c.country]) country,
    unnest(array['*', to_char(c.quarter, 'YYYY"Q"Q')]) quarter
  where platform is not null and task is not null and experience is not null and country is not null
$$;

-- Reports are about to be withdrawn or corrected (or no longer count): every version they are in is told, and they are counted no more.
-- Call it in the same transaction, before they change. A withdrawal is named by its receipt, a correction by null; of_table limits it to one table.
create function perjam.leave_cells(reports text[], withdrawn text default null, of_table text default null) returns void language plpgsql as $$
begin
  create temporary table gone on commit drop as
    select c.* from perjam.counted c join (select distinct unnest(reports) as report) r using (report) where of_table is null or c.table_name = of_table;
  -- Waits for a publication that is going on, and its versions are then seen. What never counted holds nothing up; the rollups' own tidying concerns one table and is part of the
  -- next publication.
  if of_table is null and (exists (select from gone)
      or exists (select from perjam.observation where origin_kind = 'report' and origin = any (reports) and status = 'accepted')) then
    update perjam.departures set n = n + 1;
  end if;
  -- Whoever has another report in a version has not left it.
  update perjam.cell_version v set left_since = left_since + lost.n, touched = true
  from (
    select id, count(*) filter (where whole) as n
    from (
      select v.id, bool_and(g.report is not null) as whole
      from (select distinct table_name, counts_as from gone) who
        join perjam.counted c using (table_name, counts_as)
        left join gone g on g.table_name = c.table_name and g.report = c.report
        cross join lateral perjam.cell_keys(c) k
        join perjam.cell_version v on v.table_name = c.table_name and v.key = k and c.round <= v.round
      group by v.id, c.counts_as
      having bool_or(g.report is not null)) one
    group by id) lost
  where lost.id = v.id;
  insert into perjam.earlier_version (report, version)
    select distinct g.report, v.id
    from gone g cross join lateral perjam.cell_keys(row(g.*)::perjam.counted) k
      join perjam.cell_version v on v.table_name = g.table_name and v.key = k and g.round <= v.round
    where v.last_release = (select max(number) from perjam.release)
    on conflict do nothing;
  if withdrawn is not null then
    insert into perjam.leaving (id) values (withdrawn) on conflict do nothing;
    insert into perjam.leaving_version (withdrawal, version)
      select distinct withdrawn, version from perjam.earlier_version where report = any (reports) on conflict do nothing;
    delete from perjam.earlier_version where report = any (reports);
    -- The exact figures of fewer than ten tell of each of them, and are nobody's to publish: they go at once and come back without the report.
    create temporary table few on commit drop as
      select distinct k as key from gone g cross join lateral perjam.cell_keys(row(g.*)::perjam.counted) k;
    delete from perjam.rollup_bucket b using few, perjam.rollup r where b.key = few.key and r.key = b.key and r.measure = b.measure and r.contributors < 10;
    delete from perjam.rollup r using few where r.key = few.key and r.contributors < 10;
    delete from perjam.work_hours w using few where w.key = few.key and w.contributors < 10;
    drop table few;
    update perjam.leaving set first_without = (select id from perjam.release order by number desc limit 1)
      where id = withdrawn and not exists (select 1 from perjam.leaving_version where withdrawal = withdrawn);
  end if;
  delete from perjam.counted c using gone g where g.table_name = c.table_name and g.report = c.report;
  drop table gone;
end $$;
