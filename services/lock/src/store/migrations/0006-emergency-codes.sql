-- V13: numbers for an emergency, always valid and of no booking; their window has a start and an end that nobody reaches.
alter table codes add column kind text not null default 'guest' check (kind in ('guest', 'emergency'));
alter table codes alter column reservation_id drop not null;
alter table codes add constraint codes_of_bookings check ((kind = 'guest') = (reservation_id is not null));
create unique index codes_emergency_in_force on codes (lock_id) where kind = 'emergency' and revoked_at is null;

-- Who changed, ended or looked at a venue's numbers, and when one opened a door; never the numbers.
create table emergency_acts (
  act_id uuid primary key,
  venue_id text not null references venues,
  act text not null check (act in ('changed', 'ended', 'shown', 'used')),
  staff_id uuid,
  lock_id text references locks,
  at timestamptz not null,
  check ((act = 'used') = (staff_id is null)),
  check ((act = 'used') = (lock_id is not null))
);
create index emergency_acts_venue on emergency_acts (venue_id, at);
