-- G11: the class a city's staff gave somebody; null is the first of its list, which is told with the next version of the city.
alter table permissions add column class_id text;
alter table cities add column classes jsonb not null default '[]';
