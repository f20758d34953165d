-- G15: how many people of each kind used the room, as it was last written; null = not written. Read with its booking, and summed by the report (T11).
alter table reservations add column headcount jsonb;
