-- G11: a person's class; null is the first of the city.
alter table permissions add column class_id text;
