-- M24: what the use is for, as it was chosen; null = not said.
alter table entries add column purpose jsonb;
