import { randomUUID } from 'node:crypto'
import { resultsReady } from '@asaichi/contract/lottery/entries.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { EntryFacts, NotificationBed } from './notification-bed.ts'

/** An entry of the resident that lottery would answer for; before its draw unless told otherwise. */
export function entryOf(
  bed: NotificationBed,
  personId: string,
  differences: Partial<EntryFacts> = {},
): EntryFacts {
  const entry: EntryFacts = {
    entryId: randomUUID(),
    roundId: newId(),
    cityId: 'mitaka',
    venueId: 'inokashira',
    venueAddress: '三鷹市井の頭1-1-1',
    personId,
    status: 'entered',
    wishes: [
      {
        listingId: 'room-1-free',
        date: '2024-12-01',
        from: '09:00',
        to: '12:00',
        venueName: '井の頭東部地区公会堂',
        spaceName: '1階洋室',
      },
    ],
    wonWish: null,
    position: null,
    eventName: '町会の役員会',
    people: 10,
    note: '井の頭町会\n役員会',
    enteredAt: '2024-10-27T00:00:00.000Z',
    closesAt: '2024-11-02T15:00:00.000Z',
    drawAt: '2024-11-02T22:00:00.000Z',
    reservationId: null,
    ...differences,
  }
  return keepEntry(bed, entry)
}

/** From now on lottery answers so for this entry. */
export function keepEntry(bed: NotificationBed, entry: EntryFacts): EntryFacts {
  bed.answers.entries.set(entry.entryId, entry)
  return entry
}

export function entryRefOf({ entryId, roundId, cityId, personId }: EntryFacts) {
  return { entryId, roundId, cityId, personId }
}

/** What lottery tells of these entries of one round. */
export function resultsOf(entries: readonly EntryFacts[], sending = 1) {
  const [first] = entries
  if (!first) throw new Error('a result needs an entry')
  const { roundId, cityId } = first
  return {
    roundId,
    cityId,
    sending,
    entries: entries.map(({ entryId, personId }) => ({ entryId, personId })),
  }
}

/** The hour has come for this entry. */
export async function tellResult(bed: NotificationBed, entry: EntryFacts, sending = 1): Promise<void> {
  await bed.tell(resultsReady, resultsOf([entry], sending), sending)
}
