-- When the bytes last came in full: the 180 days that they are kept count from here, while fetched_at stays the day the text was first seen.
alter table perjam.source_page add content_at timestamptz;
update perjam.source_page set content_at = fetched_at where content is not null;

-- How many of a cell's all-in rates assume their unpaid time. The cells are made anew, as their inputs now name the method too.
alter table perjam.rollup add imputed integer not null default 0;
alter table perjam.rollup alter imputed drop default;
