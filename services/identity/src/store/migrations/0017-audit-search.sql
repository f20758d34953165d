-- V4: an admin looks through what was done in the city, and by whom.
create index audit_city on audit (city_id, seq);
create index audit_actor on audit (actor_id, seq);
