-- T12: a reservation may get new digits. A lock then still has the old code until it says that it is gone.
alter table codes drop constraint codes_reservation_id_lock_id_key;
create unique index codes_in_force on codes (reservation_id, lock_id) where revoked_at is null;
alter table grants add column issue int not null default 1;
