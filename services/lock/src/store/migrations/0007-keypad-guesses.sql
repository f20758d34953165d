-- A87: wrong entries at a keypad without a right one between them; one row a keypad, however long somebody goes on. `boot` and `seq` name the
-- last event that was counted.
create table keypad_guesses (
  lock_id text not null,
  site text not null,
  boot text not null,
  seq bigint not null,
  since timestamptz,
  entries int not null default 0,
  last_at timestamptz,
  paused_until timestamptz,
  primary key (lock_id, site),
  check (entries = 0 or since is not null),
  check ((since is null) = (last_at is null))
);
