-- V7: what a city is called in other languages; a row kept before this has none until the city is told again.
alter table cities add column translations jsonb;
