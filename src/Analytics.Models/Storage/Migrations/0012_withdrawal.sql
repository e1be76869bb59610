-- How a worker takes reports back: what is signed for it, and what later restores of older backups must leave out.

-- Free text never enters the planner's statistics, where it would outlive its row.
alter table perjam.report
  alter platform_name set statistics 0,
  alter review_reason set statistics 0;

alter table perjam.observation add decided_at timestamptz not null default now();
comment on column perjam.observation.decided_at is 'When the rules decided it: releases made later may have counted it.';

-- With these deletion receipts are signed. Old keys stay, so that what they signed can be checked.
create table perjam.signing_key (
  id          text primary key,
  private_key bytea not null,
  public_key  text not null,
  made_at     timestamptz not null,
  retired_at  timestamptz
);
comment on column perjam.signing_key.private_key is 'PKCS #8, ECDSA on P-256.';
create unique index signing_key_in_use on perjam.signing_key ((true)) where retired_at is null;

-- A withdrawal and its signed receipt. Nothing in it says whose it was or what it held, beyond a hash that cannot be guessed.
create table perjam.withdrawal (
  id           text primary key,
  content_hash text not null,
  reports      integer not null check (reports > 0),
  withdrawn_at timestamptz not null,
  release      text references perjam.release (id),
  text         text not null,
  signature    bytea not null,
  signing_key  text not null references perjam.signing_key (id)
);
comment on column perjam.withdrawal.release is 'The first release in which no cell was computed with what was removed; null while there is none.';
create index withdrawal_pending on perjam.withdrawal (withdrawn_at) where release is null;

-- What must not come back: SHA-256 of the random ids of reports and contributors. Applied again after a backup is restored.
create table perjam.erasure (
  hash       text primary key,
  erased_at  timestamptz not null,
  withdrawal text references perjam.withdrawal (id),
  cleared_at timestamptz
);
comment on column perjam.erasure.withdrawal is 'Null for what a list from elsewhere brought.';
comment on column perjam.erasure.cleared_at is 'When the files of the tables had been written anew without it.';
create index erasure_withdrawal on perjam.erasure (withdrawal);
create index erasure_uncleared on perjam.erasure (hash) where cleared_at is null;

create function perjam.erasure_hash(id text) returns text language sql immutable strict parallel safe
  return encode(sha256(convert_to(id, 'UTF8')), 'hex');
