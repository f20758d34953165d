-- Copies of other services' facts, fed by their events. A minute of delay is harmless: what must not be stale is checked again at approval.
create table cities (city_id text primary key, version int not null, policy jsonb not null);
create table venues (venue_id text primary key, city_id text not null, version int not null, doc jsonb not null);
create table permissions (
  person_id uuid not null,
  city_id text not null,
  version int not null,
  status text not null,
  adult_from date not null,
  primary key (person_id, city_id)
);
-- M18: dates with nothing left to draw. Only the clock stands between them and first-come.
create table opened_dates (city_id text not null, use_date date not null, opened_at timestamptz not null, primary key (city_id, use_date));

-- Locks are taken in one order everywhere: day, then persons by id, then spaces by id.
create table days (venue_id text not null, use_date date not null, places int not null default 0, primary key (venue_id, use_date));
create table persons (person_id uuid primary key);

-- Who is where and when: reservations, city use, closures and slots waiting to reopen. Rows are inserted and deleted, never moved.
create table occupancies (
  occupancy_id uuid not null,
  space_id text not null,
  venue_id text not null,
  during tstzrange not null,
  kind text not null check (kind in ('reservation', 'city-use', 'closure', 'reopening')),
  since timestamptz not null,
  primary key (occupancy_id, space_id),
  constraint occupancies_apart exclude using gist (space_id with =, during with &&),
  -- An exclusion constraint accepts empty ranges again and again, so they are refused here.
  check (not isempty(during) and lower_inc(during) and not upper_inc(during)),
  check (extract(epoch from lower(during))::bigint % 1800 = 0 and extract(epoch from upper(during))::bigint % 1800 = 0)
);
create index occupancies_by_venue on occupancies using gist (venue_id, during);

create table reservations (
  reservation_id uuid primary key,
  occupancy_id uuid not null,
  city_id text not null,
  venue_id text not null,
  space_id text not null,
  listing_id text not null,
  venue_name text not null,
  space_name text not null,
  person_id uuid not null,
  status text not null check (status in ('pending', 'approved', 'used', 'refused', 'cancelled', 'expired')),
  version int not null default 1,
  number text,
  use_date date not null,
  from_time text not null,
  to_time text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  event_name text not null,
  people int not null,
  note text not null,
  yen int not null,
  requested_at timestamptz not null,
  reason text,
  cancelled_by text check (cancelled_by in ('resident', 'city')),
  check ((status in ('approved', 'used')) <= (number is not null))
);
create unique index reservations_number on reservations (city_id, number);
create index reservations_live on reservations (person_id) where status in ('pending', 'approved');
create index reservations_mine on reservations (person_id, starts_at desc, reservation_id);
create index reservations_queue on reservations (city_id, status, starts_at, reservation_id);

-- V2: every attempt, won or lost.
create table receipts (
  receipt_id uuid primary key,
  person_id uuid not null,
  venue_id text not null,
  listing_id text not null,
  use_date date not null,
  from_time text not null,
  to_time text not null,
  place int not null,
  decided_at timestamptz not null,
  reason text,
  blocker jsonb,
  reservation_id uuid
);
create index receipts_of_day on receipts (venue_id, use_date, place);

-- The key row commits with the effect: a refusal has none, so its key may be pressed again.
create table idempotency_keys (
  person_id uuid not null,
  key text not null,
  body_hash text not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (person_id, key)
);
create index idempotency_keys_at on idempotency_keys (at);

create table holds (
  occupancy_id uuid primary key,
  city_id text not null,
  venue_id text not null,
  space_id text not null,
  kind text not null check (kind in ('city-use', 'closure')),
  reason text not null,
  use_date date not null,
  from_time text not null,
  to_time text not null,
  by_person uuid not null,
  at timestamptz not null,
  released_at timestamptz,
  released_by uuid
);
