-- G10, G11: a person's class, null where it is the first of the city; and of what a fee is the sum, null where it is the room's and its options' alone.
alter table permissions add column class_id text;
alter table reservations add column fee jsonb;
