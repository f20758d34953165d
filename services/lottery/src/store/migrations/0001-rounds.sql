-- The lottery's own copy of what cities decide, fed by catalog; a minute of delay moves no date.
create table cities (
  city_id text primary key,
  version int not null,
  windows jsonb not null
);

create table rounds (
  round_id uuid primary key,
  city_id text not null references cities,
  use_date date not null,
  status text not null check (status in ('scheduled', 'open', 'closed-empty')),
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  draw_at timestamptz not null,
  version int not null default 1,
  unique (city_id, use_date)
);
