-- Sources that name pages (feeds, sitemaps), and the pages that they named. docs/decisions/0005.
alter table perjam.source
  drop constraint source_kind_check,
  drop constraint source_origin_check,
  add constraint source_kind_check check (kind in ('page', 'file', 'feed', 'sitemap')),
  add constraint source_origin_check check (origin in ('default', 'operator', 'found')),
  add words       text,
  add other_hosts boolean not null default false,
  add found_by    text references perjam.source (address),
  add title       text,
  add published   date,
  add changed_at  timestamptz,
  add constraint source_found_by_check check (origin <> 'found' or (found_by is not null and kind = 'page'));
create index source_found_by on perjam.source (found_by) where found_by is not null;
comment on column perjam.source.words is 'Of a feed or sitemap: which of the pages it names are wanted; null for all.';
comment on column perjam.source.other_hosts is 'Of a feed: whether it may name pages of other hosts.';
comment on column perjam.source.found_by is 'The feed or sitemap that named this page first; added_at is when.';
comment on column perjam.source.title is 'As first stated by a list, and so is published; changed_at is the latest change that any list states.';

-- The documents of a feed or sitemap as they were last read: itself, and the sitemaps that an index names. The pages they name are in perjam.source.
create table perjam.list_document (
  list           text not null references perjam.source (address),
  address        text not null,
  parent         text,
  changed_at     timestamptz,
  read_as        text,
  etag           text,
  last_modified  text,
  primary key (list, address)
);
comment on column perjam.list_document.changed_at is 'Last change as the index states it.';
comment on column perjam.list_document.read_as is 'By which reader and under which words; null while unread. Read under others, it is fetched again in full.';

-- The address a page gives itself, so that a page kept under two addresses does not tell its story twice.
alter table perjam.page_reading add canonical text;
