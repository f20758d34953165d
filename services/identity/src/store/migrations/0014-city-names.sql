-- A12: no password says where one lives. Empty until the city is told of again.
alter table cities add column name text not null default '';
