-- V12: what hangs at a door. Its key follows from the number of the device, its password from the serial; until `former_until` the
-- password before is good too. `introduce`: the gateway has not been told of this yet.
alter table locks add column device int not null default 1;
alter table locks add column hangs boolean not null default true;
alter table locks add column serial int not null default 1;
alter table locks add column former_until timestamptz;
alter table locks add column introduce boolean not null default false;
