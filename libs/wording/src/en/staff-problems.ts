import type { StaffProblems } from '../words.ts'

export const staffProblems: StaffProblems = {
  'months-not-valid': 'The last month must not be before the first, and the report covers at most 12 months.',
  'id-taken': 'This id is taken: {id}',
  'version-changed':
    'Somebody else changed this first, so nothing was saved. Look at what it is now (version {version}), then save again.',
  'version-missing':
    'The request does not say which version it was made from. Send If-Match with the ETag that was read, or If-None-Match: * for something new.',
  'unknown-part': 'A part of the room {spaceId} is not there.',
  'part-of-itself': 'The room {spaceId} is a part of itself.',
  'door-to-unknown-space': 'The door {lockId} opens the room {spaceId}, which is not there.',
  'option-for-unknown-space': 'The room "{spaceId}" of the option "{optionId}" is not there.',
  'app-needed': 'Please set up an authenticator app first. Nothing else is possible before.',
  'step-up-needed': 'This is an important step, so please show once more that it is you, with a code.',
  'own-factor': 'You cannot remove your own app here. Please ask another admin.',
  'no-factor': 'This person has not set up an app.',
  'enrolment-not-begun': 'No app is being set up. Please scan the code again.',
  'enrolment-code-wrong':
    'That is not the code. Type the six digits that the app shows now; if it goes on, check the clock of the phone.',
  'in-team-already': 'This person is on the team already. Change the role in the list.',
  'last-admin': 'Nobody would be left to administer. Make somebody else an administrator first.',
  'nothing-to-send': 'This mail was sent already, or there is nothing left to say.',
  'nothing-to-hold': 'No day and room fit this. Check the dates, weekdays and rooms.',
  'too-many-spans':
    'That is too much at once: rooms times days may be {maxSpans}. Split the dates or the rooms.',
  'bookings-in-the-way':
    '{count} {count:one=booking,other=bookings} nobody has looked at yet. Look at what it meets once more.',
  'own-booking': 'This booking is your own, or of a group you belong to. A colleague has to do this.',
  'points-not-offered': 'This city gives no points for staying away.',
  'mark-taken-back': 'The mark of this booking was taken back and cannot be set again.',
  'bill-changed':
    'Somebody else wrote down a payment first ({paid} yen paid so far). Please look again and repeat.',
  'more-than-due': 'At most {toRefund} yen can be refunded.',
  'person-not-approved': "The applicant's permission is not approved.",
  'day-cap-reached': 'At most {maxSlots} {maxSlots:one=slot,other=slots} can be held on one day.',
  'second-person-needed':
    'This takes {hours} {hours:one=hour,other=hours}, and one member of staff can hold {hoursADay} in a day. A colleague can allow it on the page of closures; then press again.',
  'own-request': 'You asked for this yourself. A colleague has to allow it.',
  'draw-decided':
    'The outcome of this draw is fixed, so it cannot be cancelled. Two of the staff can have it drawn anew.',
  'draw-not-decided':
    'The outcome is not fixed yet, so there is nothing to draw anew. The draw can be cancelled.',
  'own-entry': 'You have an entry in this draw. A colleague has to do this.',
  'not-confirmed-yet': 'The winner has not confirmed yet (until {confirmBy}).',
  'paid-already': '{paid} yen have been paid already. A fee is reduced before anything is paid.',
  'nothing-to-reduce': 'This booking costs nothing.',
  'unknown-class': 'The city has no such class of user. Look at the classes in the settings of the city.',
  'contact-needed': 'Record a call or SMS to the person before approving.',
  'nothing-to-tell': 'This was told already, or there is nothing left to tell.',
  'known-already':
    'Somebody with this name and birth date is registered already. Please check whether it is the same person.',
  'changed-meanwhile':
    'Somebody else changed the numbers first. Look at how they are now, then choose again.',
  'keypad-too-short':
    'The lock of {doorName} takes no number of 8 digits, and one for an emergency has at least 8.',
  'spare-too-early': 'A spare number can be given from 24 hours before the use begins.',
  'spare-given': 'This booking has a spare number already. It is in the person’s mail and on their page.',
  'no-spare': 'No spare number is on the lock now. Somebody has to open the door.',
  'no-mail': 'This person has no mail. Please tell them by telephone or at the counter.',
}
