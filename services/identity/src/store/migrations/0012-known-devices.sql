-- V3: a browser somebody logged in with and stayed. Its mark is signed, so the id here opens nothing.
create table known_devices (
  person_id uuid not null references persons,
  device_id uuid not null,
  seen_at timestamptz not null,
  primary key (person_id, device_id)
);
create index known_devices_seen on known_devices (seen_at);
