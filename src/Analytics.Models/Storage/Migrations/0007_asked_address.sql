-- Addresses that readers gave to the claim checker and that no page was collected from. The site writes them, the next night's collect fetches each once.
create table perjam.asked_address (
  address         text primary key,
  first_asked_at  timestamptz not null,
  last_asked_at   timestamptz not null,
  times           integer not null check (times > 0),
  queued_at       timestamptz not null,
  tried_at        timestamptz,
  outcome         text,
  check ((tried_at is null) = (outcome is null))
);
create index asked_address_waiting on perjam.asked_address (queued_at) where tried_at is null;
comment on column perjam.asked_address.address is 'In the one spelling that pages are kept by.';
comment on column perjam.asked_address.times is 'Days on which it was asked for: any number of askings in one day count once.';
comment on column perjam.asked_address.queued_at is 'When it last began to wait for its fetch.';
comment on column perjam.asked_address.outcome is 'As in perjam.fetch; null while it waits.';
