-- P7: minutes of rooms that one of the staff took from residents on a day of their city, without a colleague.
create table hold_minutes (
  person_id uuid not null,
  day date not null,
  minutes int not null default 0,
  primary key (person_id, day)
);
-- What was more than that, and the colleague who let it be done.
create table hold_requests (
  request_id uuid primary key,
  city_id text not null,
  asked_by uuid not null,
  day date not null,
  plan jsonb not null,
  minutes int not null,
  cancels int not null,
  at timestamptz not null,
  allowed_by uuid,
  allowed_at timestamptz,
  used_at timestamptz,
  check (allowed_by <> asked_by),
  check ((allowed_by is null) = (allowed_at is null)),
  check (used_at is null or allowed_at is not null)
);
create unique index hold_requests_open on hold_requests (asked_by, day, md5(plan::text)) where used_at is null;
create index hold_requests_day on hold_requests (city_id, day);
alter table holds add column allowed_by uuid;
