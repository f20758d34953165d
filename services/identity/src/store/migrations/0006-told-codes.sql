-- A20: a code that was used is nobody's lost mail, so it does not count towards the hour.
alter table challenges add column used boolean not null default false;

-- M31: whom to call when no code comes; told with the next version of the city.
alter table cities add column office_phone text not null default '';
