-- A statement may hold for several countries, and for one way of paying out alone.
alter table perjam.statement add method text, add countries text[] not null default '{}';
update perjam.statement set countries = array[country] where country is not null;
alter table perjam.statement alter countries drop default, drop country;
