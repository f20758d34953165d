-- G13: who of the staff entered for a caller; empty where the resident did.
alter table entries add column entered_by uuid;
