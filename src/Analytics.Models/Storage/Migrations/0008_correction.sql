-- What readers, platforms and those who are quoted ask to be put right, and what came of it. No column says where a request came from.
create table perjam.correction (
  receipt text primary key,
  id text not null unique,
  way text not null check (way in ('error', 'reply', 'take-down')),
  about text not null,
  page text,
  platform text,
  said text,
  contact text,
  language text not null,
  received_at timestamptz not null,
  due_at timestamptz not null,
  state text not null default 'received' check (state in ('received', 'answered', 'corrected', 'refused')),
  answered_at timestamptz,
  changed_at timestamptz,
  english text,
  indonesian text,
  since_release text references perjam.release (id),
  in_release text references perjam.release (id),
  check (state = 'received' or (answered_at is not null and changed_at is not null and english is not null and indonesian is not null)),
  check (way <> 'reply' or platform is not null)
);
create index on perjam.correction (due_at) where state = 'received';
create index on perjam.correction (platform) where way = 'reply';
