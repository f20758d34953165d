-- Who has or had a reservation of a day: a desk knows their keys, because a used key answers what it answered before.
create index reservations_of_day on reservations (venue_id, use_date);
