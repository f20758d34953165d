-- What was told stays: a service adds to its outbox and notes what was sent, and only the owner of the table removes what is old.
-- The newest snapshot of each aggregate stays for ever, so that a consumer born later can still build its copy.
create function prune_outbox() returns void language sql security definer set search_path from current as $$
  delete from outbox old where old.sent_at < clock_timestamp() - interval '14 days' and (not old.snapshot or exists (
    select 1 from outbox newer where newer.subject = old.subject and newer.aggregate_id = old.aggregate_id and newer.seq > old.seq))
$$;
