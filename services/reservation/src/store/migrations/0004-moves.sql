-- G5: a watch ends by being told, by its owner, or with the start of its time.
alter table watches rename column told_at to ended_at;

-- M29, M30: a booking that is being moved does not count against its own move, and is moved by one press at a time.
create table moves (
  reservation_id uuid primary key,
  person_id uuid not null,
  key text not null,
  at timestamptz not null
);
