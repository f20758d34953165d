-- How a name is compared: width, capitals and spaces are how it is written, not what it is. domain/plain-name.ts says the same.
create function plain_name(name text) returns text language sql immutable strict parallel safe
  return lower(regexp_replace(normalize(name, nfkc), '\s', '', 'g'));

-- G1: an account of a group; its name, kana and birth date are those of its representative.
alter table registrations add column group_roster jsonb;
alter table persons
  add column group_name text,
  add column name_key text not null generated always as (plain_name(name)) stored,
  add column kana_key text not null generated always as (plain_name(kana)) stored,
  add column group_key text generated always as (plain_name(group_name)) stored,
  add column phone_key text not null generated always as (regexp_replace(phone, '\D', '', 'g')) stored;
create index persons_name on persons (name_key text_pattern_ops);
create index persons_kana on persons (kana_key text_pattern_ops);
create index persons_group on persons (group_key text_pattern_ops);
create index persons_phone on persons (phone_key text_pattern_ops);
create index persons_number on persons (member_number text_pattern_ops);

-- G1: who belongs to a group, the representative first.
create table group_members (
  person_id uuid not null references persons,
  position int not null,
  name text not null,
  birth_date date not null,
  name_key text not null generated always as (plain_name(name)) stored,
  primary key (person_id, position)
);
create index group_members_same on group_members (birth_date, name_key);

-- M7: what became of the call or SMS; what was recorded so far had confirmed the person.
alter table contacts add column outcome text not null default 'confirmed'
  check (outcome in ('confirmed', 'no-answer', 'wrong-number', 'other'));

-- V4: acts of nobody known, such as wrong passwords.
alter table audit alter column actor_id drop not null, alter column actor_role drop not null;
