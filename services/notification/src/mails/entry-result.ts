import type { Call } from '@asaichi/bus/call.ts'
import { firstComeOfClass } from '@asaichi/calendar/user-class.ts'
import { getCity } from '@asaichi/contract/catalog/city.ts'
import { resultsReady } from '@asaichi/contract/lottery/entries.ts'
import { getRound } from '@asaichi/contract/lottery/rounds.ts'
import { getMailFacts } from '@asaichi/contract/reservation/reservation.ts'
import { type EntryFacts, EntryTopic, gatherEntry } from '../about/entry.ts'
import { easyJapaneseResult } from '../about/results/easy-japanese.ts'
import { englishResult } from '../about/results/english.ts'
import { japaneseResult } from '../about/results/japanese.ts'
import type { Result } from '../about/results/result.ts'
import { gone, mail, notYet, overtaken, type Unready } from './mail.ts'

/** Mails E and F, once for each entry and wave: which of the two it is, is asked when it is sent. */
export const entryResult = mail({
  kind: 'entry-result',
  name: { ja: '抽選の結果', 'ja-easy': 'くじの結果（けっか）', en: 'Result of the draw' },
  lane: 'bulk',
  cause: resultsReady,
  queue: ({ data: { entries, cityId, sending } }) =>
    entries.map(({ entryId, personId }) => ({ subjectId: entryId, version: sending, personId, cityId })),
  topic: EntryTopic,
  async gather(call, topic) {
    const gathered = await gatherEntry(call, topic)
    if (gathered.status !== 'ready') return gathered
    const result = await resultOf(call, gathered.facts)
    return 'outcome' in result ? { ...gathered, facts: result } : result
  },
  words: { ja: japaneseResult, 'ja-easy': easyJapaneseResult, en: englishResult },
})

async function resultOf(call: Call, entry: EntryFacts): Promise<Result | Unready> {
  switch (entry.status) {
    case 'entered':
      return notYet('no result yet')
    case 'withdrawn':
      return overtaken
    case 'won':
      return winning(call, entry)
    case 'lost':
      return losing(call, entry)
    case 'void':
      return { outcome: 'void', entry, reason: await cancelReasonOf(call, entry) }
  }
}

// The mail says 承認待ち and leads to the reservation, so the reservation has to be there. What became of it since has a mail of its own.
async function winning(call: Call, entry: EntryFacts): Promise<Result | Unready> {
  if (entry.reservationId === null) return notYet('win not placed yet')
  const answer = await call(getMailFacts, { reservationId: entry.reservationId })
  if (!answer.ok) return gone
  const facts = answer.value
  return facts.status === 'pending' || facts.status === 'approved'
    ? { outcome: 'won', entry, facts }
    : overtaken
}

async function losing(call: Call, entry: EntryFacts): Promise<Result | Unready> {
  const city = await call(getCity, { cityId: entry.cityId })
  if (!city.ok) return notYet('city not known yet')
  // All wishes are of one round, whose dates open to first-come together.
  const { opensAt } = firstComeOfClass(city.value.policy, dateOf(entry), entry.classId)
  return { outcome: 'lost', entry, firstComeAt: opensAt }
}

async function cancelReasonOf(call: Call, entry: EntryFacts): Promise<string | null> {
  const round = await call(getRound, { cityId: entry.cityId, date: dateOf(entry) })
  return round.ok && round.value.roundId === entry.roundId ? round.value.cancelReason : null
}

function dateOf({ entryId, wishes: [first] }: EntryFacts): string {
  if (!first) throw new Error(`Entry ${entryId} has no wish`)
  return first.date
}
