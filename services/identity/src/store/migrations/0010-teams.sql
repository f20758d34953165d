-- Who runs the installation acts for it under its own id, which is no city's.
alter table memberships drop constraint memberships_role_check,
  add constraint memberships_role_check check (role in ('resident', 'staff', 'admin', 'operator'));
create index memberships_team on memberships (city_id, role) where role <> 'resident';

-- An address that may join a team. The link's token is derived from the id, so it is not here.
create table invitations (
  invitation_id uuid primary key,
  city_id text not null,
  mail text not null,
  mail_key text not null generated always as (plain_mail(mail)) stored,
  role text not null check (role in ('staff', 'admin', 'operator')),
  language text not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  -- Used, withdrawn, or replaced by a newer one.
  ended_at timestamptz
);
create unique index invitations_live on invitations (city_id, mail_key) where ended_at is null;
create index invitations_expires on invitations (expires_at);

-- V4: the role that was given or taken, where the act is about a team.
alter table audit add column role text;
create index audit_team on audit (city_id, seq) where act in
  ('invite-member', 'withdraw-invitation', 'accept-invitation', 'change-role', 'remove-member');
