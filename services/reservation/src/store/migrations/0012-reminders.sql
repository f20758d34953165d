-- Mail L: bookings that were approved before there were reminders have theirs, too, at nine of the morning before in Tokyo.
insert into due_work (kind, key, due_at, data)
select 'remind-of-use', reservation_id::text, ((use_date - 1) + time '09:00') at time zone 'Asia/Tokyo', '{}'
from reservations
where status = 'approved' and ((use_date - 1) + time '09:00') at time zone 'Asia/Tokyo' > town_now()
on conflict (kind, key) do nothing;
