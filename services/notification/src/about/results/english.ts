import { type Block, type Body, type Frame, paragraph } from '../../domain/letter.ts'
import { entryFacts, entryPages, explanationLink, venueLink } from '../entry.ts'
import { ENTRY_WORDS } from '../entry-words.ts'
import { type ReservationFacts, reasonRow, reservationFacts, reservationPages } from '../reservation.ts'
import { blockedBy } from './blocked-by.ts'
import { type Lost, resultWords, type Void, type Won } from './result.ts'

const words = ENTRY_WORDS.en

/** Mails E and F in English. */
export const englishResult = resultWords({ won, lost, void: entryVoid })

const BLOCKED = {
  cityUse: 'The city itself uses the room at that time',
  closure: 'The room is closed at that time',
  taken: 'The time was taken already',
} as const

function won({ facts, entry }: Won, frame: Frame): Body {
  const isPending = facts.status === 'pending'
  return {
    subject: `You have won the draw (${isPending ? 'not confirmed yet' : 'confirmed'})`,
    blocks: [
      paragraph('Your entry was drawn, and you have won.'),
      ...(isPending
        ? pendingWords(facts, frame)
        : [paragraph('The booking has been approved already and is confirmed.')]),
      reservationFacts(facts, 'What you have won', {
        first: [
          { label: words.result, value: 'won' },
          { label: 'Booking', value: isPending ? 'provisional, waiting for approval' : 'confirmed' },
        ],
        words,
      }),
      ...reservationPages(facts, frame, { label: 'Page of this booking (look, cancel)', words }),
      explanationLink(entry, frame, words),
    ],
  }
}

function lost({ entry, firstComeAt }: Lost, frame: Frame): Body {
  return {
    subject: 'Your entry was not drawn this time',
    blocks: [
      paragraph('The draw was made, and your entry has not won. You do not have the room by this entry.'),
      entryFacts(entry, [{ label: words.result, value: 'not won' }], words),
      paragraph(
        `Times of the same day that are still free can be booked first come, first served from ${words.moment(firstComeAt)} (Japan time).`,
      ),
      venueLink(entry, frame, words.freeTimes),
      explanationLink(entry, frame, words),
    ],
  }
}

function entryVoid({ entry, reason }: Void, frame: Frame): Body {
  return {
    subject: 'Your lottery entry was cancelled',
    blocks: [
      paragraph(`${frame.city.name} had to cancel this entry. You do not have the room by it.`),
      reasonRow(reason ?? blockedBy(entry, BLOCKED), 'Why it was cancelled', words),
      entryFacts(entry, [{ label: words.state, value: 'cancelled' }], words),
      ...entryPages(entry, frame, { label: 'Page of this entry', words }),
    ],
  }
}

function pendingWords({ confirmBy, answerBy }: ReservationFacts, { city }: Frame): readonly Block[] {
  return [
    paragraph(`The booking is provisional until ${city.name} approves it, and it may be refused.`),
    ...(confirmBy === null
      ? []
      : [
          paragraph(
            `Please confirm on the page below, by ${words.deadline(confirmBy)} (Japan time), that you will use it. Otherwise the win lapses.`,
          ),
        ]),
    paragraph(`You will have an answer by ${words.moment(answerBy)} (Japan time).`),
  ]
}
