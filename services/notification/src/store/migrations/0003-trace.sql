-- The trace in which the mail was queued, so that its delivery is seen in it.
alter table mails add column traceparent text;
