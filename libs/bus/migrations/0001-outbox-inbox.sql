-- Events leave by the outbox, in the transaction of their fact, and arrive once by the inbox, in the transaction of their effect.
create table outbox (
  seq bigint generated always as identity primary key,
  id uuid not null unique,
  subject text not null,
  aggregate_id text not null,
  version int not null,
  at timestamptz not null default town_now(),
  traceparent text,
  data jsonb not null,
  snapshot boolean not null default false,
  written_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz
);
create index outbox_unsent on outbox (seq) where sent_at is null;
create index outbox_written on outbox (written_at);

create table inbox (
  consumer text not null,
  event_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (consumer, event_id)
);
create index inbox_at on inbox (at);

-- Messages no retry can help: bad JSON, an unknown version, a handler that always throws.
create table parked_messages (
  id uuid primary key,
  stream text not null,
  subject text not null,
  reason text not null,
  headers jsonb not null,
  body bytea not null,
  parked_at timestamptz not null default clock_timestamp()
);

-- Which incarnation of a stream this consumer has seen, to notice that it was wiped or rolled back.
create table seen_streams (
  stream text primary key,
  created text not null,
  last_seq bigint not null
);
