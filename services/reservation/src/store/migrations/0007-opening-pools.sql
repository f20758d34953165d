-- G6: presses of the first seconds after an opening, kept until all of them are decided in the order of their chance. A person
-- has one place in line, so one press.
create table pool_presses (
  venue_id text not null,
  use_date date not null,
  person_id uuid not null,
  key text not null,
  body_hash text not null,
  application jsonb not null,
  booked_by uuid,
  receipt_id uuid not null unique,
  reservation_id uuid not null,
  occupancy_id uuid not null,
  collected_at timestamptz not null,
  place int,
  -- Why it was refused, until whoever pressed has been told.
  refusal jsonb,
  primary key (venue_id, use_date, person_id)
);

-- The seed is written when the pool is decided: before that nobody can read it here.
create table opening_pools (
  venue_id text not null,
  use_date date not null,
  closes_at timestamptz not null,
  presses int not null,
  seed text,
  decided_at timestamptz,
  primary key (venue_id, use_date),
  check ((seed is null) = (decided_at is null))
);
