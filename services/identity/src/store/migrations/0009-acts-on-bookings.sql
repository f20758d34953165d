-- V4: what staff did to a booking or an entry, told by the services that own them; `about_id` is the booking's or the entry's.
alter table audit add column about_id uuid;
alter table audit add column fact_id uuid;
create unique index audit_fact on audit (fact_id);
