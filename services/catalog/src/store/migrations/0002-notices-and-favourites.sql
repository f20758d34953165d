-- T8: urgent notices stand first; outside its period, or withdrawn, a notice is kept and not shown.
alter table notices
  add column urgent boolean not null default false,
  add column show_from date,
  add column show_until date,
  add column translations jsonb,
  add column withdrawn_at timestamptz;

-- M28: what a person wants at hand.
create table favourites (
  person_id uuid not null,
  kind text not null check (kind in ('venue', 'listing')),
  id text not null,
  at timestamptz not null default town_now(),
  primary key (person_id, kind, id)
);
