-- Tries at a message that ended in a fault, or did not end because the process died in it. Kept here and not in the process,
-- which may be what such a message kills.
create table failed_tries (
  stream text not null,
  digest bytea not null,
  tries int not null,
  first_at timestamptz not null default clock_timestamp(),
  primary key (stream, digest)
);
