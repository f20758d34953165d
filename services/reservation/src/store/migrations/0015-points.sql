-- G8: points for late cancels and for staying away. A point and its waiver are rows that are only ever added.
create table points (
  point_id uuid primary key,
  reservation_id uuid not null,
  person_id uuid not null,
  city_id text not null,
  cause text not null check (cause in ('late-cancel', 'no-show')),
  points int not null check (points > 0),
  at timestamptz not null,
  by_person uuid,
  unique (reservation_id, cause)
);
create index points_of_person on points (person_id, city_id, at);

create table point_waivers (
  point_id uuid primary key references points,
  reason text not null,
  at timestamptz not null,
  by_person uuid not null
);
