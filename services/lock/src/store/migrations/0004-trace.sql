-- The trace in which a set was made, so that its way to the lock and the lock's report are seen in it.
alter table lock_sets add column traceparent text;
