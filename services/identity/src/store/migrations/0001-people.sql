-- Identity's own copy of what cities decide, fed by catalog; a minute of delay offers an old login kind at most.
create table cities (
  city_id text primary key,
  version int not null,
  login_kinds jsonb not null,
  terms_version text not null
);

-- M5: someone who has not yet shown that the mail is theirs. The confirm token is derived from the id, so it is not here.
create table registrations (
  registration_id uuid primary key,
  city_id text not null references cities,
  mail text not null,
  name text not null,
  kana text not null,
  birth_date date not null,
  postal_code text not null,
  address text not null,
  phone text not null,
  language text not null,
  password_hash text not null,
  terms_version text not null,
  expires_at timestamptz not null
);
create index registrations_expires on registrations (expires_at);

-- People belong to no city; their role and permission do.
create table persons (
  person_id uuid primary key,
  member_number text not null constraint persons_member_number unique check (member_number ~ '^[0-9]{7}$'),
  mail text not null constraint persons_mail unique check (mail = lower(mail)),
  name text not null,
  kana text not null,
  birth_date date not null,
  postal_code text not null,
  address text not null,
  phone text not null,
  language text not null,
  password_hash text not null,
  -- S8: a password of the old rule logs in, and must then be changed.
  must_change boolean not null default false,
  created_at timestamptz not null default town_now()
);

create table memberships (
  person_id uuid not null references persons,
  city_id text not null,
  role text not null check (role in ('resident', 'staff', 'admin')),
  terms_version text,
  terms_accepted_at timestamptz,
  primary key (person_id, city_id)
);

-- M7, M8
create table permissions (
  person_id uuid not null references persons,
  city_id text not null,
  status text not null default 'none' check (status in ('none', 'applied', 'approved', 'returned', 'suspended')),
  version int not null default 0,
  reason text,
  applied_at timestamptz(3),
  changed_at timestamptz,
  primary key (person_id, city_id)
);
create index permissions_queue on permissions (city_id, status, applied_at, person_id);

-- M7: the call or SMS that confirmed a person.
create table contacts (
  contact_id uuid primary key,
  person_id uuid not null,
  city_id text not null,
  staff_id uuid not null,
  by text not null check (by in ('phone', 'sms', 'counter')),
  note text,
  at timestamptz not null default town_now(),
  foreign key (person_id, city_id) references permissions
);
create index contacts_person on contacts (person_id, city_id, at);

-- M9: a mailed code. The code is derived from the id, so it is not here.
create table challenges (
  challenge_id uuid primary key,
  person_id uuid not null references persons,
  city_id text not null,
  tries int not null default 0,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  -- Used, or overtaken by a newer one.
  ended_at timestamptz
);
create index challenges_person on challenges (person_id, issued_at);
-- A17: a person has one code that counts, whatever races.
create unique index challenges_live on challenges (person_id) where ended_at is null;
create index challenges_issued on challenges (issued_at);

create table sessions (
  session_id uuid primary key,
  token_hash bytea not null constraint sessions_token unique,
  person_id uuid not null references persons,
  city_id text not null,
  role text not null,
  created_at timestamptz not null,
  idle_until timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_person on sessions (person_id);
create index sessions_ends on sessions (ends_at);

-- V3: budgets of attempts. A bucket's name is a keyed hash, so neither networks nor login names are kept.
create table attempts (
  bucket text primary key,
  window_start timestamptz not null,
  count int not null
);
create index attempts_window on attempts (window_start);

-- V4: what staff did to a person's account, in the transaction that did it.
create table audit (
  seq bigint generated always as identity primary key,
  at timestamptz not null default town_now(),
  actor_id uuid not null,
  actor_role text not null,
  city_id text not null,
  act text not null,
  subject_id uuid not null
);
create index audit_subject on audit (subject_id, seq);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit is append-only';
end $$;
create trigger audit_append_only before update or delete or truncate on audit
  for each statement execute function refuse_change();
