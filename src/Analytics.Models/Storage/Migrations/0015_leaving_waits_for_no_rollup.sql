-- As in 0011, but that who leaves does not wait for rollups that are being made, and that what fewer than ten told goes with a correction as well.
create or replace function perjam.leave_cells(reports text[], withdrawn text default null, of_table text default null) returns void language plpgsql as $$
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
    update perjam.leaving set first_without = (select id from perjam.release order by number desc limit 1)
      where id = withdrawn and not exists (select 1 from perjam.leaving_version where withdrawal = withdrawn);
  end if;
  -- The exact figures of fewer than ten tell of each of them, and are nobody's to publish: they go at once and come back without the report. What a making of the rollups is about to
  -- replace is not waited for, as nobody should have to who withdraws: the next one makes it without the report.
  if of_table is null then
    create temporary table few on commit drop as
      select distinct k as key from gone g cross join lateral perjam.cell_keys(row(g.*)::perjam.counted) k;
    with own as (select r.key, r.measure from perjam.rollup r join few using (key) where r.contributors < 10 for update of r skip locked),
      buckets as (delete from perjam.rollup_bucket b using own where b.key = own.key and b.measure = own.measure)
      delete from perjam.rollup r using own where r.key = own.key and r.measure = own.measure;
    delete from perjam.work_hours where key in (select w.key from perjam.work_hours w join few using (key) where w.contributors < 10 for update of w skip locked);
    drop table few;
  end if;
  delete from perjam.counted c using gone g where g.table_name = c.table_name and g.report = c.report;
  drop table gone;
end $$;
