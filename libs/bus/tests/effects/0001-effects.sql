create table effects (
  seq bigint generated always as identity primary key,
  n int not null
);
