-- P5: who proposed a new draw, and every new draw with both its times; no name is public.
alter table rounds
  add column redraw_proposal jsonb,
  add column redraws jsonb not null default '[]';
