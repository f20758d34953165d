-- Copies of what the catalogue tells. Version 0 holds the place of a row that has not arrived, so that whoever needs it and
-- whoever brings it meet on one row lock.
create table cities (
  city_id text primary key,
  version int not null default 0,
  code_digits int,
  minutes_before int,
  minutes_after int,
  check (version = 0 or (code_digits is not null and minutes_before is not null and minutes_after is not null))
);

create table venues (
  venue_id text primary key,
  version int not null default 0,
  city_id text,
  parts jsonb not null default '{}',
  check (version = 0 or city_id is not null)
);

-- A door and the revision its lock should be at; the row lock of a lock is taken before any of its codes is changed.
create table locks (
  lock_id text primary key,
  venue_id text not null references venues,
  name text not null,
  opens text[] not null,
  is_door boolean not null,
  epoch int not null default 1,
  rev int not null default 0,
  sends int not null default 0,
  send_after timestamptz
);
create index locks_venue on locks (venue_id);

-- Every set a lock was ever meant to have lately: a report is believed when it names one of these.
create table lock_sets (
  lock_id text not null references locks,
  rev int not null,
  epoch int not null,
  digest text not null,
  revised_at timestamptz not null,
  primary key (lock_id, rev)
);

create view current_sets as
  select l.lock_id, l.venue_id as site, s.rev, s.epoch, s.digest, s.revised_at
  from locks l join lock_sets s on s.lock_id = l.lock_id and s.rev = l.rev;

-- What a gateway and a lock said last. No reference to locks: they may speak before the catalogue told of the door.
create table lock_states (
  site text not null,
  lock_id text not null,
  held_epoch int,
  held_rev int,
  held_digest text,
  gateway_refusal text,
  applied_epoch int,
  applied_rev int,
  applied_digest text,
  lock_refusal text,
  clock_quality text,
  clock_offset_s float8,
  battery int,
  free_slots int,
  firmware text,
  reported_at timestamptz,
  presence text check (presence in ('online', 'offline')),
  boot text,
  past_boots text[] not null default '{}',
  presence_at timestamptz,
  primary key (site, lock_id)
);

-- The right of one reservation to its doors. A cancel that overtakes its approval leaves a revoked row without a time.
create table grants (
  reservation_id uuid primary key,
  version int not null,
  status text not null check (status in ('waiting', 'ready', 'revoked')),
  person_id uuid not null,
  city_id text not null,
  venue_id text not null,
  space_id text,
  starts_at timestamptz,
  ends_at timestamptz,
  check (status = 'revoked' or (space_id is not null and starts_at < ends_at))
);
create index grants_waiting_venue on grants (venue_id) where status = 'waiting';
create index grants_waiting_city on grants (city_id) where status = 'waiting';

-- The code of a grant for one lock: sealed until a day after its end, its keyed hash for 90 days more.
create table codes (
  code_id uuid primary key,
  reservation_id uuid not null references grants,
  lock_id text not null references locks,
  from_at timestamptz not null,
  to_at timestamptz not null,
  length int not null,
  sealed text,
  hash text,
  -- The value belongs to this code from a day before its start until its hash is forgotten.
  reserved tstzrange not null,
  rev_in int,
  rev_out int,
  is_on_lock boolean not null default false,
  confirmed_at timestamptz,
  revoked_at timestamptz,
  gone_at timestamptz,
  check (from_at < to_at),
  check (rev_out > rev_in),
  check (not (sealed is not null and hash is null)),
  unique (reservation_id, lock_id),
  constraint codes_unique_on_lock exclude using gist (lock_id with =, hash with =, reserved with &&)
);
create index codes_live on codes (lock_id) where gone_at is null;

create table lock_events (
  lock_id text not null,
  boot text not null,
  seq bigint not null,
  site text not null,
  at timestamptz not null,
  type text not null,
  detail jsonb not null,
  received_at timestamptz not null default town_now(),
  primary key (lock_id, boot, seq)
);
create index lock_events_at on lock_events (lock_id, at);
