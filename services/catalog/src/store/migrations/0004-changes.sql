-- Who changed what of a city or a venue; by is null where it came from a file. Rows are only ever added.
create table changes (
  seq bigint generated always as identity primary key,
  at timestamptz not null default town_now(),
  city_id text not null,
  kind text not null check (kind in ('city', 'venue')),
  id text not null,
  version int not null,
  by uuid,
  changes jsonb not null
);
create index changes_city on changes (city_id, seq);
