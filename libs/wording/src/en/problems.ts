import type { Problems } from '../words.ts'

export const problems: Problems = {
  'request-malformed': 'The request could not be read. Please open the page again.',
  'json-malformed': 'The JSON could not be read. Please open the page again.',
  'idempotency-key-missing': 'The Idempotency-Key is missing. Please open the page again and send once more.',
  'idempotency-key-not-valid':
    'The Idempotency-Key is not valid (8 to 128 visible ASCII characters). Please open the page again and send once more.',
  'no-session': 'You are not logged in. Please log in again.',
  'other-person':
    'Somebody else is logged in in this browser now, so nothing was sent. What you typed is kept.',
  'cross-site': 'Please open this page again and send from here.',
  'not-allowed': 'You are not allowed to do this.',
  'not-found': 'It was not found.',
  'method-not-allowed': 'This cannot be done here (method not allowed). Please open the page again.',
  'request-timeout': 'It took too long. Please send again.',
  'body-too-large': 'The text is too long (at most 64 KB). Please shorten it.',
  'content-type-not-json': 'Only application/json is taken. Please open the page again and send once more.',
  'expectation-failed': 'The request asked for something the server does not do. Please open the page again.',
  'content-encoding-not-supported':
    'Compressed data is not taken. Please open the page again and send once more.',
  'input-not-valid': 'Some fields are not right. Please check them.',
  'too-many-requests': 'Too many requests. Please wait a little.',
  'headers-too-large': 'The headers of the request are too large. Please open the page again.',
  fault: 'Something went wrong on our side. Please try again later.',
  'service-unavailable': 'Not available for a moment. Please try again soon.',
  'unknown-city': 'This city is not known.',
  'unknown-listing': 'This room was not found.',
  'terms-outdated': 'The terms have changed. Please read and accept them again.',
  'weak-password': 'Please choose another password.',
  'weak-password-too-short': 'Use at least 8 characters for the password.',
  'weak-password-too-common': 'That password is too common. Please choose another.',
  'weak-password-contains-name':
    'Do not put your name, birth date, phone or member number, or the city’s name into the password.',
  'birth-date-impossible': 'Please check the date of birth.',
  'token-not-valid': 'This link has expired or was used. Please start again.',
  'account-needed': 'Please fill in your name and the other fields.',
  'number-needed': 'This city also asks for member number, name and birth date.',
  'login-kind-not-offered': 'This city does not offer that way of logging in.',
  'credentials-wrong': 'Could not log in. Please check what you entered.',
  'too-many-attempts': 'Too many attempts. Please wait about {minutes} {minutes:one=minute,other=minutes}.',
  'too-many-codes':
    'We send at most five codes an hour. The next one can be sent from {nextAt}. The code that came last still works while its time runs. In a hurry, call {officePhone}.',
  'same-mail': 'This is the mail address you have registered.',
  'mail-taken': 'This mail address belongs to another registration.',
  'password-work-full': 'Many people are logging in. Please try again in a moment.',
  'code-wrong': 'The code is wrong. You have {triesLeft} {triesLeft:one=try,other=tries} left.',
  'code-not-valid': 'This code cannot be used any more. Please log in from the start.',
  suspended: 'Your use is suspended. Please ask the city office.',
  'span-not-valid': 'The end must not be before the start, and at most 62 days later.',
  'reason-needed': 'Please enter a reason.',
  'span-too-long': 'You can search at most {maxDays} {maxDays:one=day,other=days}.',
  'date-out-of-range': 'Choose a date from {first} to {last}.',
  'band-not-valid':
    'Choose times in steps of {stepMinutes} {stepMinutes:one=minute,other=minutes}, the end after the start.',
  'month-too-far': 'Choose a month from {first} to {last}.',
  'not-approved-suspended':
    'Your use is suspended, so you cannot apply. What you have booked can still be seen. Please ask the city office.',
  'id-used-differently': 'That id is already used for something else.',
  'key-used-differently': 'The form has changed. Please send it again.',
  'in-opening-pool':
    'Applications of the first seconds are put in order by published chance. The result comes in a moment.',
  busy: 'Very many applications are coming in. Please send again in a moment.',
  'state-changed': 'Something has changed meanwhile. Please look at the present state first.',
  'gives-points':
    'Cancelling this booking now gives you {points} {points:one=point,other=points}. Please look again before you cancel.',
  'no-lottery': 'There is no lottery for this day. Please book first come, first served.',
  'entries-not-open-yet': 'Lottery entries open on {opensAt}.',
  'class-not-in-lottery':
    'The lottery is not for your class of user ({name}). Please book first come, first served, once that is open.',
  'held-by-city': 'The city uses the room then, or it is closed. Please choose another time.',
  'entries-closed': 'Lottery entries closed on {closedAt}.',
  'too-many-wishes': 'You can give at most {max} {max:one=wish,other=wishes}.',
  'wishes-of-different-rounds': 'All wishes must belong to one draw.',
  'overlaps-own-entry': 'You already have an entry that overlaps.',
  'entry-quota-reached': 'At most {limit} lottery {limit:one=entry,other=entries} per month of use.',
  'not-published-yet': 'Results come out on {publishedAt}.',
  'round-over': 'This draw is over.',
  'works-for-city':
    'An account that works for the city cannot be closed here. Please ask an administrator of the city.',
  'has-live-bookings':
    'You have {count} {count:one=booking or application,other=bookings or applications} to come, so your account cannot be closed. Please cancel first, or wait until the use is over.',
  'has-open-entries':
    'You have {count} {count:one=lottery entry,other=lottery entries} without a result yet, so your account cannot be closed. Please withdraw first, or wait for the result.',
  'has-open-bills':
    'You have {count} {count:one=fee,other=fees} not yet paid or paid back, so your account cannot be closed. Please ask the office.',
  'current-password-wrong': 'The present password is wrong.',
  'link-expired': 'This link has expired. Please open it again from your booking.',
  'not-ready': 'The door code is not ready. It comes after approval.',
  'clock-goes-forward-only': 'The town clock only goes forward.',
  'clock-already-moving': 'The town clock is moving already.',
  'same-password': 'Choose a password you have not used so far.',
  'move-not-offered': 'This city does not move bookings. Please cancel and book again.',
  'already-past': 'That time has already begun.',
  'time-is-free': 'That time is free now. You can book it at once.',
  'too-many-watches': 'You can watch at most {limit} {limit:one=time,other=times}.',
  'too-many-favourites': 'You can keep at most {limit} {limit:one=favourite,other=favourites}.',
  'password-change-needed': 'Please set a new password first. Nothing else is possible before.',
  'identity-confirmed':
    'While you wait for permission or have it, your name and date of birth cannot be changed here. Please ask the city office.',
  'no-such-paper':
    'There is no such paper now: a permit comes with an approved booking, an invoice once it is issued, a receipt after a payment.',
  'papers-busy': 'Many papers are being made. Please wait a little and press again.',
  'use-is-over': 'The time of this booking is over.',
  'use-not-over': 'This can be recorded once the time of use is over.',
  'headcount-not-asked': 'This city does not ask here how many people came.',
  'headcount-closed':
    'The number of people could be recorded until {closedAt}. To correct it, please call the city’s office.',
  'kinds-differ': 'The kinds of people have changed. Open the page again and give a number for each.',
  'attempt-in-flight': 'Your previous application is still being handled. Please wait for its result.',
  'outside-hours-null': 'It cannot be used on that day. {reason}',
  'wrong-listing-paid-event':
    'With an entry fee or sales, please apply under the kind of use for paid events.',
}
