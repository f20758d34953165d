-- V2: refusals that a desk wrote together, a row for all of them: each press as an array in the order that the view below names.
-- The first receipt has the id of the batch, and each next one the next id.
create table receipt_batches (
  batch_id uuid primary key,
  venue_id text not null,
  use_date date not null,
  last_place int not null,
  presses json not null
);
create index receipt_batches_of_day on receipt_batches (venue_id, use_date, last_place);
-- Packing them would take more of seven o'clock than it saves of the disk.
alter table receipt_batches alter column presses set storage external;

-- Every attempt, won or lost, wherever it is written. `batch_id` and `last_place` are what the indexes know.
create view every_receipt as
select receipt_id, person_id, venue_id, listing_id, use_date, from_time, to_time, place, decided_at, reason, blocker,
  reservation_id, receipt_id as batch_id, place as last_place
from receipts
union all
select (left(b.batch_id::text, 32)
    || lpad(to_hex(('x' || right(b.batch_id::text, 4))::bit(16)::int + nr::int - 1), 4, '0'))::uuid,
  (press ->> 0)::uuid, b.venue_id, press ->> 1, b.use_date, press ->> 2, press ->> 3, (press ->> 4)::int,
  (press ->> 5)::timestamptz, press ->> 6,
  case when press ->> 7 is not null then jsonb_build_object('kind', press ->> 7, 'since', press ->> 8) end,
  null::uuid, b.batch_id, b.last_place
from receipt_batches b cross join lateral json_array_elements(b.presses) with ordinality as each (press, nr);
