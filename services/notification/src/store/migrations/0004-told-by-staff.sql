-- W6: what a person without mail is told by staff: by telephone, letter or at the counter.
alter table mails
  drop constraint mails_status_check,
  add constraint mails_status_check check (status in ('waiting', 'sent', 'failed', 'dropped', 'to-tell', 'told')),
  add column told_by text check (told_by in ('phone', 'letter', 'counter')),
  add column told_at timestamptz;
create index mails_to_tell on mails (city_id, mail_id) where status = 'to-tell';
