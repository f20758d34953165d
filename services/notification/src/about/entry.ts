import type { Call } from '@asaichi/bus/call.ts'
import { instantAt } from '@asaichi/calendar/instant.ts'
import { getRecipient } from '@asaichi/contract/identity/mail-facts.ts'
import { PersonId } from '@asaichi/contract/ids.ts'
import { EntryId } from '@asaichi/contract/lottery/draw-bundle.ts'
import { getEntryMail } from '@asaichi/contract/lottery/entries.ts'
import { z } from 'zod'
import { type Block, type Frame, oneLine, type Row } from '../domain/letter.ts'
import { type Gathered, gone } from '../mails/mail.ts'
import { ENTRY_WORDS, type EntryWords } from './entry-words.ts'

export type EntryFacts = z.output<typeof getEntryMail.output>

export const EntryTopic = z.object({ subjectId: EntryId, personId: PersonId })

/** What the owner may know of the entry now: lottery keeps its peace until the hour. */
export async function gatherEntry(
  call: Call,
  { subjectId, personId }: z.output<typeof EntryTopic>,
): Promise<Gathered<EntryFacts>> {
  const [recipient, answer] = await Promise.all([
    call(getRecipient, { personId }),
    call(getEntryMail, { entryId: subjectId }),
  ])
  if (!recipient.ok || !answer.ok) return gone
  const entry = answer.value
  // The last of the wished uses: until then each of them is worth knowing.
  const staleAt = entry.wishes
    .map(wish => instantAt(wish.date, wish.from))
    .sort()
    .at(-1)
  return {
    status: 'ready',
    cityId: entry.cityId,
    recipient: recipient.value,
    facts: entry,
    ...(staleAt !== undefined && { staleAt }),
  }
}

/** What mails D to H repeat, for what was wished. */
export function entryFacts(entry: EntryFacts, first: readonly Row[], words = ENTRY_WORDS.ja): Block {
  return {
    kind: 'facts',
    title: words.contents,
    rows: [
      ...first,
      ...wishRows(entry, words),
      { label: words.event, value: oneLine(entry.eventName) },
      { label: words.people, value: words.persons(entry.people) },
      { label: words.note, value: entry.note },
    ],
  }
}

// The address is that of the first wish's venue, so with several wishes it stands beside that one.
function wishRows({ wishes, venueAddress, placeNames }: EntryFacts, words: EntryWords): readonly Row[] {
  const single = wishes.length === 1
  return wishes.flatMap((wish, index) => [
    { label: single ? words.place : words.wish(index + 1), value: words.named(wish, placeNames) },
    { label: words.date, value: words.day(wish.date) },
    { label: words.time, value: words.span(wish.from, wish.to) },
    ...(index === 0 ? [{ label: words.address, value: venueAddress }] : []),
  ])
}

export function entryPages(
  entry: EntryFacts,
  frame: Frame,
  { label, words = ENTRY_WORDS.ja }: { readonly label: string; readonly words?: EntryWords },
): readonly Block[] {
  return [{ kind: 'link', label, url: entryUrl(entry, frame) }, venueLink(entry, frame, words.venuePage)]
}

/** V1: the entry's own place in the draw, and how anyone can check it. */
export function explanationLink(entry: EntryFacts, frame: Frame, words = ENTRY_WORDS.ja): Block {
  return { kind: 'link', label: words.explanation, url: entryUrl(entry, frame) }
}

export function venueLink({ venueId }: EntryFacts, { publicUrl }: Frame, label: string): Block {
  return { kind: 'link', label, url: `${publicUrl}/venues/${encodeURIComponent(venueId)}` }
}

function entryUrl({ entryId }: EntryFacts, { publicUrl }: Frame): string {
  return `${publicUrl}/entries/${encodeURIComponent(entryId)}`
}
