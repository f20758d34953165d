import type { Reasons } from '../words.ts'

export const reasons: Reasons = {
  'service-stopped':
    '{text} Until {stoppedUntil} you cannot apply, change or cancel. You can still see your bookings and door codes.',
  'service-stopped-short': 'service stopped',
  'service-stopped-past': 'The service was stopped.',

  'not-approved': 'You can book after your permission is approved.',
  'not-approved-short': 'Permission not approved',
  'not-approved-past': 'Your permission was not approved.',

  banned:
    'You have reached the number of points at which your city takes no applications until {bannedUntil}. What you have booked stays yours.',
  'banned-short': 'Banned for points',
  'banned-past': 'You were banned for points.',

  'not-open-yet': 'Booking opens on {opensAt}.',
  'not-open-yet-short': 'Before the opening',
  'not-open-yet-past': 'First come, first served had not opened.',

  'draw-in-progress': 'The draw is being finished. Please wait here.',
  'draw-in-progress-short': 'Draw in progress',
  'draw-in-progress-past': 'The draw was being finished.',

  closed: 'Booking for this day ended on {closedAt}.',
  'closed-short': 'After the close',
  'closed-past': 'Booking for that day was over.',

  'outside-hours': 'It can be used from {opens} to {closes}.',
  'outside-hours-short': 'Outside opening hours',
  'outside-hours-past': 'The time was outside the opening hours.',

  'off-grid': 'Choose times in steps of {stepMinutes} {stepMinutes:one=minute,other=minutes}.',
  'off-grid-short': 'Not on the half hour',
  'off-grid-past': 'The times were not in steps of 30 minutes.',

  'too-short': 'Book at least {minMinutes} {minMinutes:one=minute,other=minutes}.',
  'too-short-short': 'Too short',
  'too-short-past': 'The time was too short.',

  'people-out-of-range': 'The number of people must be 1 to {capacity}.',
  'people-out-of-range-short': 'Number of people',
  'people-out-of-range-past': 'The number of people did not fit the room.',

  'purpose-needed': 'Choose what the use is for from the list.',
  'purpose-needed-short': 'No purpose of use',
  'purpose-needed-past': 'No purpose of use was chosen.',

  'terms-not-accepted': 'Please accept the present terms.',
  'terms-not-accepted-short': 'Terms not accepted',
  'terms-not-accepted-past': 'The present terms were not accepted.',

  'guardian-needed': 'Under 18, someone of 18 or older must be present.',
  'guardian-needed-short': 'No adult present',
  'guardian-needed-past': 'Nobody of 18 or older was to be present.',

  'wrong-listing': 'Please apply under the usual kind of use for this event.',
  'wrong-listing-short': 'Wrong kind of use',
  'wrong-listing-past': 'The kind of use did not fit the event.',

  'quota-reached':
    'You can hold at most {limit} {limit:one=booking,other=bookings}, those won in a lottery included.',
  'quota-reached-short': 'Limit of bookings reached',
  'quota-reached-past': 'You had as many bookings as allowed.',

  'overlaps-own-booking': 'You already hold a booking that overlaps. Please choose another time.',
  'overlaps-own-booking-short': 'Overlaps another booking of theirs',
  'overlaps-own-booking-past': 'You held a booking that overlaps.',

  'day-hours-reached':
    'You can use rooms for at most {hours} {hours:one=hour,other=hours} on one day, your other bookings included. Please choose a shorter time or another day.',
  'day-hours-reached-short': 'Limit of hours on the day reached',
  'day-hours-reached-past': 'You had as many hours on that day as allowed.',

  taken: 'That time is already taken. Please choose another.',
  'taken-short': 'Already taken',
  'taken-past': 'The time was already taken.',

  'option-gone': 'Of "{name}", {left} can be had at that time. Please take fewer, or choose another time.',
  'option-gone-short': 'Option not available',
  'option-gone-past': 'Not enough of an option was left.',
}
