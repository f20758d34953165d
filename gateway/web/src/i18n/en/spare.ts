import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/spare.ts'

export const texts: Translation<typeof ja> = {
  ready: 'There is a spare number.',
  'is-given': 'A spare number was given.',
  give: 'Give a spare number',
  title: 'Give a spare number for {door}?',
  text: 'A number that is on the lock already takes the place of the booking’s at this door, which stops working there. It appears here once and goes to the person by mail. That it was given is kept.',
  do: 'Give it and show it',
  told: 'Spare number for {door} ({from}–{to})',
  once: 'It is on the screen only now. It went to the person by mail too.',
  close: 'Take the number off the screen',
}
