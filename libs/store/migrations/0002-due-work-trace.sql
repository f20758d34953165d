-- In whose trace the work was put on the list; null where there was none, or by an earlier release.
alter table due_work add column traceparent text;
