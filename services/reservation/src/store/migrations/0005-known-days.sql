-- Who has or had a reservation of a day: a desk's memory must never refuse them, because their key may have been used.
create index reservations_of_day on reservations (venue_id, use_date);
