-- M9: a new address that its owner has to show as theirs, or that staff wrote. The code is derived from the id, so it is not here.
create table mail_changes (
  change_id uuid primary key,
  person_id uuid not null references persons,
  city_id text not null,
  old_mail text not null,
  new_mail text not null,
  tries int not null default 0,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  -- Used, or overtaken by a newer one.
  ended_at timestamptz,
  -- Since when it is the person's address.
  changed_at timestamptz
);
create index mail_changes_person on mail_changes (person_id, asked_at);
create unique index mail_changes_live on mail_changes (person_id) where ended_at is null;
