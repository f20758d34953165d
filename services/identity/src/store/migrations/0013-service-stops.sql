-- G14: when residents read and do not act; told with the next version of the city.
alter table cities add column service_stops jsonb not null default '[]';
