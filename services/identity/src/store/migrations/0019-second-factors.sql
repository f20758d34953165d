-- M9: the app of a person who works for a city (RFC 6238). Both secrets are sealed; `offered` waits for its first code.
create table second_factors (
  person_id uuid primary key references persons,
  offered bytea,
  sealed bytea,
  enrolled_at timestamptz,
  -- Of the code that was taken last: no step counts twice.
  last_step bigint not null default 0,
  check ((sealed is null) = (enrolled_at is null))
);

-- M9: each takes the app's place once. Only keyed hashes are kept.
create table recovery_codes (
  person_id uuid not null references second_factors on delete cascade,
  code_hash text not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);

-- V9: the session that asked for a second factor once more; left out, the code opens a new session.
alter table challenges add column session_id uuid;
-- V9: when a second factor was last given in a session.
alter table sessions add column factor_at timestamptz;
-- M9: told with the next version of the city.
alter table cities add column staff_app_required boolean not null default false;
