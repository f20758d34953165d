-- Mail N: when the office was warned of an application that nobody had answered.
alter table reservations add column warned_at timestamptz;
