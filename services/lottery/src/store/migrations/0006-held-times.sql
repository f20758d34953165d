-- M19: what the city holds of a room, so that nobody waits for a draw that cannot give it. Bookings are not kept: first-come
-- opens after the draw. A release that comes first leaves its row behind for a week.
create table held_times (
  occupancy_id uuid not null,
  space_id text not null,
  kind text check (kind in ('city-use', 'closure')),
  starts_at timestamptz,
  ends_at timestamptz,
  released_at timestamptz,
  primary key (occupancy_id, space_id)
);
create index held_times_by_space on held_times (space_id, starts_at) where released_at is null;

-- M20: what a win met that could not be placed.
alter table entries add column void_because text;
