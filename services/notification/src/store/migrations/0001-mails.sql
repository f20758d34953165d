-- Notification's own copy of how cities sign, fed by catalog; a mail may carry a signature that is a minute old.
create table cities (
  city_id text primary key,
  version int not null,
  name text not null,
  office jsonb not null
);

-- One row a mail, ids only: address and text are asked for when it is sent, and kept nowhere.
-- The unique key is what makes a fact that is told twice one mail.
create table mails (
  mail_id uuid primary key,
  kind text not null,
  subject_id text not null,
  version int not null,
  outcome text,
  person_id uuid,
  city_id text,
  lane text not null check (lane in ('codes', 'decisions', 'bulk')),
  status text not null default 'waiting' check (status in ('waiting', 'sent', 'failed', 'dropped')),
  attempts int not null default 0,
  -- Real time, not the town's. While a lease is held, this is its end.
  next_try_at timestamptz not null default clock_timestamp(),
  lease uuid,
  last_error text,
  queued_at timestamptz not null default town_now(),
  sent_at timestamptz,
  unique (kind, subject_id, version)
);
create index mails_to_send on mails (lane, next_try_at, mail_id) where status = 'waiting';
create index mails_by_city on mails (city_id, mail_id);
