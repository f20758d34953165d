-- Work that becomes due at a time of the town: openings, draws, expiries, reminders. No in-memory cron.
create table due_work (
  kind text not null,
  key text not null,
  due_at timestamptz not null,
  data jsonb not null default '{}',
  attempts int not null default 0,
  retry_at timestamptz,
  primary key (kind, key)
);
create index due_work_by_time on due_work (due_at, kind, key);
