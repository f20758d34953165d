-- W6: a person whom staff registered at the counter may have no mail; null is nobody's mailbox, so the key stays unique.
alter table persons
  alter column mail drop not null,
  alter column mail_key drop not null;
alter table mail_changes alter column old_mail drop not null;

-- W6: by which press of which clerk the person was registered, so that a press sent twice registers one person.
alter table persons add column press_key text unique;
