alter table mails
  -- Tries that ended without anyone knowing whether the server took the mail, or whose sender died.
  add column unclear int not null default 0,
  -- Real time, of the last try.
  add column tried_at timestamptz,
  -- Real time: the end of trying for a mail whose fact names none (RFC 5321 4.5.4.1: four to five days).
  add column give_up_at timestamptz not null default clock_timestamp() + interval '5 days';
create index mails_undelivered on mails (city_id, mail_id) where status in ('waiting', 'failed');
