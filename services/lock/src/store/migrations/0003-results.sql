-- V5: what the lock itself said of a code last. Null where it does not work on it.
alter table codes add column result text;
alter table codes add column proof text;
alter table codes add column result_due timestamptz;
-- Digits that nobody has been given may be drawn again without a word.
alter table grants add column told_at timestamptz;
