-- G10: what was ordered with the room; null = nothing. Read with the day's occupancies, so counting costs no statement of its own.
alter table reservations add column options jsonb;
