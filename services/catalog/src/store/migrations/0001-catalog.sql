create table cities (
  city_id text primary key,
  version int not null,
  document jsonb not null
);

create table venues (
  venue_id text primary key,
  city_id text not null references cities,
  version int not null,
  document jsonb not null,
  -- What a text search looks in, folded the same way as the words searched for.
  search_text text not null
);
create index venues_of_city on venues (city_id, venue_id);

-- Spaces, listings and locks are named in URLs and on doors without their venue, so each id belongs to one venue only.
create table claimed_ids (
  kind text not null check (kind in ('space', 'listing', 'lock')),
  id text not null,
  venue_id text not null references venues,
  -- The space a listing offers.
  space_id text check ((kind = 'listing') = (space_id is not null)),
  primary key (kind, id)
);
create index claimed_ids_of_venue on claimed_ids (venue_id);

create table notices (
  notice_id uuid primary key,
  city_id text not null references cities,
  venue_id text references venues,
  date date not null,
  title text not null,
  body text not null
);
create index notices_newest on notices (city_id, date desc, notice_id desc);

-- Copy of reservation's calendar, as old as the bus is slow (under a second). It shows; the desk decides.
create table occupancies (
  occupancy_id uuid not null,
  space_id text not null,
  kind text check (kind in ('reservation', 'city-use', 'closure', 'reopening')),
  starts_at timestamptz,
  ends_at timestamptz,
  -- A tombstone: a release that arrives before its occupancy still wins.
  released boolean not null default false,
  primary key (occupancy_id, space_id),
  check (released or (kind is not null and starts_at < ends_at))
);
create index occupancies_of_space on occupancies (space_id, starts_at) where not released;

-- Grows with every change of a space's month, so that each replica can tell whether the text it keeps in memory is still true.
create table month_revisions (
  space_id text not null,
  month text not null,
  revision int not null,
  primary key (space_id, month)
);

-- M18: dates whose draw reservation has applied.
create table opened_dates (
  city_id text not null,
  use_date date not null,
  primary key (city_id, use_date)
);
