-- V14: numbers in store at the doors of a venue whose admin wants them. One that is given to a booking has its id, and since when.
alter table venues add column keeps_spares boolean not null default false;
alter table codes add column given_at timestamptz;
alter table codes drop constraint codes_kind_check;
alter table codes add constraint codes_kind_check check (kind in ('guest', 'emergency', 'backup'));
alter table codes drop constraint codes_of_bookings;
alter table codes add constraint codes_of_bookings check (case kind
  when 'guest' then reservation_id is not null and given_at is null
  when 'emergency' then reservation_id is null and given_at is null
  else (reservation_id is null) = (given_at is null) end);
create index codes_in_store on codes (lock_id) where kind = 'backup' and given_at is null and revoked_at is null;
alter table emergency_acts drop constraint emergency_acts_act_check;
alter table emergency_acts add constraint emergency_acts_act_check
  check (act in ('changed', 'ended', 'shown', 'used', 'spares-kept', 'spares-ended'));
