-- M30: a move is one transaction, so nothing claims a booking before it: the table of claims is not read any more, and goes in a
-- later release. A booking knows what it was moved to and from, and when its owner last changed what the form asked (M24).
alter table reservations
  add column moved_to uuid,
  add column moved_from jsonb,
  add column changed_at timestamptz;
