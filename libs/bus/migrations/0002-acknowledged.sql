-- The last place in its stream that JetStream gave a fact of ours: a stream that gives a lower one next has lost facts.
create table acknowledged (
  one boolean primary key default true check (one),
  last_seq bigint not null
);
insert into acknowledged (last_seq) values (0);
