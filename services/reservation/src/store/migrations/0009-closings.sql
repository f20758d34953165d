-- G13: closures and city use of many rooms and days that were one act, and are given back as one.
create table closings (
  act_id uuid primary key,
  city_id text not null,
  venue_id text not null,
  plan jsonb not null,
  spans int not null,
  cancelled int not null,
  by_person uuid not null,
  at timestamptz not null,
  released_at timestamptz,
  released_by uuid
);
alter table holds add column act_id uuid;
create index holds_act on holds (act_id) where act_id is not null;
