-- V5: what the lock itself said of a code last. Null where it does not work on it.
alter table codes add column result text;
alter table codes add column proof text;
alter table codes add column result_due timestamptz;
-- Digits that nobody has been given may be drawn again without a word.
alter table grants add column told_at timestamptz;

-- What the lock itself says that it is, also before its venue is known. One that has not spoken counts as keeping the time and
-- taking any digits.
alter table lock_states add column slots int;
alter table lock_states add column foreign_slots int[];
alter table lock_states add column pin_min int;
alter table lock_states add column pin_max int;
alter table lock_states add column pin_rules text[];
alter table lock_states add column wake_minutes int;
