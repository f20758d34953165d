-- D16: rounds that were published. Their winners are placed and their dates opened in one transaction.
create table draws (
  round_id uuid primary key,
  city_id text not null,
  first_date date not null,
  last_date date not null,
  announced_at timestamptz not null default town_now(),
  placed_at timestamptz
);
create index draws_waiting on draws (announced_at) where placed_at is null;

alter table reservations
  add column entry_id uuid,
  add column confirm_by timestamptz;
-- M20: an entry wins once, however often its round is announced.
create unique index reservations_of_entry on reservations (entry_id);
