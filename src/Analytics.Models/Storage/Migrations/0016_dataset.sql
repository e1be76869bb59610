-- Files of a dataset may be larger than what is well kept in one value: their content stands in parts of one mebibyte, and a reader takes one after another.
-- Files of before keep theirs where it is.
alter table perjam.release_object alter column content drop not null;
alter table perjam.release_file alter column bytes type bigint;

create table perjam.release_part (
  sha256   text not null references perjam.release_object (sha256),
  part     integer not null,
  content  bytea not null,
  primary key (sha256, part)
);
-- Most of them are compressed already, and the others are read far more often than written.
alter table perjam.release_part alter column content set storage external;
create trigger frozen before update on perjam.release_part for each row execute function perjam.refuse_change();
