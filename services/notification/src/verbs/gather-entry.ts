import { firstComeWindow } from '@asaichi/calendar/windows.ts'
import { getCity } from '@asaichi/contract/catalog/city.ts'
import { getRecipient } from '@asaichi/contract/identity/mail-facts.ts'
import { getEntryMail } from '@asaichi/contract/lottery/entries.ts'
import { getRound } from '@asaichi/contract/lottery/rounds.ts'
import { getMailFacts } from '@asaichi/contract/reservation/reservation.ts'
import type { Content, EntryFacts } from '../domain/content.ts'
import type { EntryTopic } from '../domain/mail-topic.ts'
import { type Asking, type Gathered, gone, overtaken } from './gathered.ts'

/** Mails D, E and F by what the owner may know of the entry now: lottery keeps its peace until the hour. */
export async function gatherEntry(ctx: Asking, topic: EntryTopic): Promise<Gathered> {
  const [recipient, answer] = await Promise.all([
    ctx.bus.call(getRecipient, { personId: topic.personId }),
    ctx.bus.call(getEntryMail, { entryId: topic.subjectId }),
  ])
  if (!recipient.ok || !answer.ok) return gone
  const entry = answer.value
  const content = await contentOf(ctx, topic.kind, entry)
  return 'kind' in content
    ? { status: 'ready', cityId: entry.cityId, recipient: recipient.value, content }
    : content
}

type ContentOrNone = Content | Gathered

async function contentOf(ctx: Asking, kind: EntryTopic['kind'], entry: EntryFacts): Promise<ContentOrNone> {
  if (kind === 'entry-received')
    return entry.status === 'entered' ? { kind: 'entry-received', entry } : overtaken
  switch (entry.status) {
    case 'entered':
      return notYet('no result yet')
    case 'withdrawn':
      return overtaken
    case 'won':
      return winning(ctx, entry)
    case 'lost':
      return losing(ctx, entry)
    case 'void':
      return { kind: 'entry-void', entry, reason: await cancelReasonOf(ctx, entry) }
  }
}

// The mail says 承認待ち and leads to the reservation, so the reservation has to be there. What became of it since has a mail of its own.
async function winning({ bus }: Asking, entry: EntryFacts): Promise<ContentOrNone> {
  if (entry.reservationId === null) return notYet('win not placed yet')
  const answer = await bus.call(getMailFacts, { reservationId: entry.reservationId })
  if (!answer.ok) return gone
  const facts = answer.value
  return facts.status === 'pending' || facts.status === 'approved'
    ? { kind: 'entry-won', entry, facts }
    : overtaken
}

async function losing({ bus }: Asking, entry: EntryFacts): Promise<ContentOrNone> {
  const city = await bus.call(getCity, { cityId: entry.cityId })
  if (!city.ok) return notYet('city not known yet')
  // All wishes are of one round, whose dates open to first-come together.
  const { opensAt } = firstComeWindow(city.value.policy.windows, dateOf(entry))
  return { kind: 'entry-lost', entry, firstComeAt: opensAt }
}

async function cancelReasonOf({ bus }: Asking, entry: EntryFacts): Promise<string | null> {
  const round = await bus.call(getRound, { cityId: entry.cityId, date: dateOf(entry) })
  return round.ok && round.value.roundId === entry.roundId ? round.value.cancelReason : null
}

function dateOf({ entryId, wishes: [first] }: EntryFacts): string {
  if (!first) throw new Error(`Entry ${entryId} has no wish`)
  return first.date
}

function notYet(reason: string): Gathered {
  return { status: 'not-yet', reason }
}
