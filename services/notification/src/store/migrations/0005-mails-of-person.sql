-- V10: what was mailed to a person, by time.
create index mails_by_person on mails (person_id, mail_id) where person_id is not null;
