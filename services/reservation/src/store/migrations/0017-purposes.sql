-- M24: what the use is for, as it was chosen; null = not said. Read with its booking, and counted by the report (T11).
alter table reservations add column purpose jsonb;
