import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/invitation.ts'

export const texts: Translation<typeof ja> = {
  title: 'Invitation',
  lead: 'You are invited to the facility reservation of {city} as: {role}.',
  'lead-installation': 'You are invited to this reservation system as: {role}.',
  'account-lead': 'You register with {mail}. After that, log in with this address and your password.',
  known:
    '{mail} is registered already. Press the button to join with your account as: {role}. Your password stays the same.',
  'about-you': 'About you',
  'birth-why': 'So that nobody approves their own application.',
  'about-work': 'Your place of work',
  'work-lead': 'The address and phone of the city hall or facility where you work.',
  'address-wrong': 'Please enter the address',
  'about-login': 'For logging in',
  accept: 'Accept the invitation',
  'none-title': 'This invitation cannot be used',
  none: 'Please press the link in the mail again.',
  over: 'Its 72 hours have passed, or it was used or withdrawn. If you have registered, log in. If not, ask whoever invited you to send it again.',
  'done-title': 'You are registered',
  done: 'You are now: {role}. Please log in.',
}
