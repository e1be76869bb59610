-- The operator's door: who may come in, who is in, what they did, and what waits for them. No column says where anybody came from.

create table perjam.operator (
  name          text primary key check (name ~ '^[a-z0-9][a-z0-9._@-]{0,63}$'),
  password_hash text not null,
  made_at       timestamptz not null,
  password_at   timestamptz not null
);

-- The one link by which an operator is made: a newer one takes its place, and its use deletes it.
create table perjam.operator_link (
  only_row   boolean primary key default true check (only_row),
  key_hash   text not null,
  expires_at timestamptz not null
);

create table perjam.operator_session (
  key_hash text primary key,
  id       text not null unique,
  operator text not null references perjam.operator (name) on delete cascade,
  made_at  timestamptz not null,
  seen_at  timestamptz not null
);
comment on column perjam.operator_session.key_hash is 'SHA-256 of what the cookie holds; the cookie cannot be made from it.';
create index operator_session_of on perjam.operator_session (operator);

create table perjam.audit (
  id       bigint generated always as identity primary key,
  at       timestamptz not null,
  operator text,
  act      text not null,
  object   text
);
comment on column perjam.audit.operator is 'Who did it; null for an act of nobody who is in.';
comment on column perjam.audit.object is 'An id or an operator''s name, and nothing else: no word of a worker, no reason, no address.';

create function perjam.refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'The log of acts is only added to: % refused.', tg_op;
end $$;
create trigger append_only before update or delete on perjam.audit for each row execute function perjam.refuse_audit_change();
create trigger append_only_whole before truncate on perjam.audit for each statement execute function perjam.refuse_audit_change();

-- What the review queue asks.
create index observation_held on perjam.observation (origin) where origin_kind = 'report' and status = 'held';
create index report_alike on perjam.report (platform, task_type, received_at);
