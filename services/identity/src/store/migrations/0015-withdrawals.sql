-- V11: since when a person is withdrawn; the row stays, so that the number is nobody else's, with nothing of the person in it.
alter table persons add column withdrawn_at timestamptz;

-- The address of the last mail, for as long as it may be tried.
create table withdrawals (
  withdrawal_id uuid primary key,
  city_id text not null,
  name text not null,
  mail text not null,
  language text not null,
  at timestamptz not null
);
create index withdrawals_at on withdrawals (at);
