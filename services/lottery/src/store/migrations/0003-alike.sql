-- G3: accounts of who looks like one person; identity names the oldest of them.
alter table permissions add column alike_id uuid;
create index permissions_alike on permissions (city_id, alike_id);
