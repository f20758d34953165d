-- G13: who of the staff pressed for a caller; empty where the resident pressed.
alter table reservations add column booked_by uuid;
create index holds_of_city on holds (city_id, use_date);

-- G5: who wants to be told when a time can be booked again. A row stays until the start of the time, so that the mail finds its facts.
create table watches (
  watch_id uuid primary key,
  person_id uuid not null,
  city_id text not null,
  venue_id text not null,
  listing_id text not null,
  venue_name text not null,
  space_name text not null,
  space_ids text[] not null,
  use_date date not null,
  from_time text not null,
  to_time text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  since timestamptz not null,
  told_at timestamptz
);
create unique index watches_of_person on watches (person_id, listing_id, starts_at, ends_at) where told_at is null;
create index watches_of_day on watches (venue_id, use_date) where told_at is null;
