-- S9: one row for every request for help, without a person where nothing matched. The temporary password is derived from the id.
create table password_helps (
  help_id uuid primary key,
  city_id text not null,
  person_id uuid references persons,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  -- Used, overtaken by a newer one, or no longer needed.
  ended_at timestamptz
);
create index password_helps_person on password_helps (person_id, asked_at);
create unique index password_helps_live on password_helps (person_id) where ended_at is null and person_id is not null;
create index password_helps_expires on password_helps (expires_at);

-- The help a code or a session was won with: such a session can only set a new password.
alter table challenges add column help_id uuid references password_helps;
alter table sessions add column help_id uuid;
