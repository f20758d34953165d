-- M6: whether the person asked to stay logged in, which gives a resident's session a longer idle time.
alter table sessions add column stays boolean not null default false;
