-- V4: the chain over the acts. A seal's hash covers its act as a whole and the hash before it, in the order of sealing: acts are
-- written side by side, and one with a lower number may be there later.
create table audit_seals (
  seq bigint primary key,
  act_seq bigint not null unique,
  -- The computer's time, for it says how long after its neighbours an act came; the town's clock may jump.
  sealed_at timestamptz not null,
  previous text not null,
  hash text not null
);
create trigger audit_seals_append_only before update or delete or truncate on audit_seals
  for each statement execute function refuse_change();

-- The acts that wait for their seal: a row each, in the transaction of the act.
create table audit_unsealed (seq bigint primary key);

create function await_seal() returns trigger language plpgsql set search_path from current as $$
begin
  insert into audit_unsealed (seq) select seq from added;
  return null;
end $$;
create trigger audit_awaits_seal after insert on audit
  referencing new table as added for each statement execute function await_seal();

insert into audit_unsealed (seq) select seq from audit;
