-- The copies grow: what a draw needs to know of cities, venues and people. Catalog is asked to tell everything once more, because
-- facts that were heard before this migration left out what is kept from here on.
alter table cities drop column windows, add column policy jsonb;
update cities set version = 0;
delete from inbox where consumer = 'catalog';
update seen_streams set created = '' where stream = 'catalog';

create table venues (venue_id text primary key, city_id text not null, version int not null, doc jsonb not null);
create index venues_by_listing on venues using gin (doc jsonb_path_ops);
create table permissions (
  person_id uuid not null,
  city_id text not null,
  version int not null,
  status text not null,
  adult_from date not null,
  primary key (person_id, city_id)
);
-- Locks are taken in one order everywhere: round, then person, then the audit log.
create table persons (person_id uuid primary key);

alter table rounds
  add column first_date date,
  add column last_date date,
  -- Published at the opening.
  add column rule jsonb,
  add column commitment jsonb,
  add column sealed_secret bytea,
  -- Published at the freeze; the key behind the pseudonyms never is.
  add column frozen_at timestamptz,
  add column entry_count int,
  add column root text,
  add column sealed_pseudonym_key bytea,
  -- The one chance this round has: once written, no second one is taken (A68).
  add column chance jsonb,
  add column draw_wanted_at timestamptz,
  add column problem text check (problem in ('list-edited', 'not-drawable')),
  add column sending int not null default 0,
  add column cancel_reason text;
update rounds set first_date = use_date, last_date = use_date;
alter table rounds
  drop constraint rounds_status_check,
  drop column use_date,
  alter column first_date set not null,
  alter column last_date set not null,
  add check (status in ('scheduled', 'open', 'closed-empty', 'frozen', 'drawn', 'published', 'cancelled')),
  add check (first_date <= last_date),
  -- A use date is drawn once, also where a city turns from one kind of windows to the other.
  add constraint rounds_apart exclude using gist (city_id with =, daterange(first_date, last_date, '[]') with &&);
create index rounds_to_draw on rounds (draw_wanted_at) where draw_wanted_at is not null;

-- A round that was opened without a commitment is opened again, and so publishes one.
update rounds set status = 'scheduled' where status = 'open';
insert into due_work (kind, key, due_at) select 'open-round', round_id::text, opens_at from rounds where status = 'scheduled'
  on conflict (kind, key) do nothing;

create table entries (
  entry_id uuid primary key,
  round_id uuid not null references rounds,
  city_id text not null,
  person_id uuid not null,
  status text not null check (status in ('entered', 'withdrawn', 'won', 'lost', 'void')),
  wishes jsonb not null,
  event_name text not null,
  people int not null,
  note text not null,
  entered_at timestamptz not null,
  withdrawn_at timestamptz,
  -- Counted at the freeze.
  prior_wins int,
  -- Empty until the hour (A70).
  position int,
  won_wish int,
  reservation_id uuid
);
create index entries_of_round on entries (round_id, entry_id);
create index entries_of_person on entries (person_id, entered_at desc, entry_id desc);

-- The list as it was frozen, and the whole public record of the draw, both as canonical JSON.
create table frozen_lists (round_id uuid primary key references rounds, list text not null);
create table bundles (round_id uuid primary key references rounds, bundle text not null, result_digest text not null);
-- Not compressed, so that a part of a large record is read without the rest.
alter table bundles alter column bundle set storage external;

-- Entries passed over though they are in the list: noted before the beacon's round, or the city could choose whom to exclude.
create table exclusions (
  entry_id uuid primary key,
  round_id uuid not null references rounds,
  reason text not null check (reason in ('withdrawn', 'suspended')),
  at timestamptz not null
);
create index exclusions_of_round on exclusions (round_id);

-- The key row commits with the effect: a refusal has none, so its key may be pressed again.
create table idempotency_keys (
  person_id uuid not null,
  key text not null,
  body_hash text not null,
  entry_id uuid not null,
  at timestamptz not null,
  primary key (person_id, key)
);

-- V4: each hash covers the row and the hash before it; the head is copied out of the database's reach.
create table audit_log (
  seq int primary key,
  at timestamptz not null,
  kind text not null,
  data text not null,
  previous text not null,
  hash text not null
);
