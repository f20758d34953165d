import { done } from '@asaichi/contract/define.ts'
import { entryReceived } from '@asaichi/contract/lottery/entries.ts'
import type { getRound } from '@asaichi/contract/lottery/rounds.ts'
import { mailSent } from '@asaichi/contract/notification/mails.ts'
import { replayOutboxOf } from '@asaichi/contract/town/town.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { entryOf, entryRefOf, keepEntry, tellResult } from './entry-mails-bed.ts'
import { booking, type EntryFacts, newcomer, startNotificationBed } from './notification-bed.ts'
import { FACT_LINES } from './sample-letter.ts'

const bed = await forThisFile(startNotificationBed())
await bed.at('2024-11-02T22:00:00.000Z')

const ENTRY_LINES = [
  ...FACT_LINES,
  'http://localhost:8080/venues/inokashira\n',
  '試験市 施設課\n住所：試験市1-1\n電話：000-000-0000\n受付時間：平日 8:30–17:15\nhttps://example.jp\noffice@example.jp\n',
]

function winner(differences: Parameters<typeof booking>[2] = {}) {
  const { personId, mail } = newcomer(bed)
  const facts = booking(bed, personId, differences)
  const entry = entryOf(bed, personId, {
    status: 'won',
    wonWish: 0,
    position: 1,
    reservationId: facts.reservationId,
  })
  return { personId, mail, facts, entry }
}

function loser() {
  const { personId, mail } = newcomer(bed)
  return { mail, entry: entryOf(bed, personId, { status: 'lost', position: 2 }) }
}

async function dropped(entry: EntryFacts, address: string) {
  await eventually(async () =>
    expect(await bed.row(entry.entryId)).toMatchObject({ status: 'dropped', last_error: 'overtaken' }),
  )
  expect(await bed.mailsTo(address)).toEqual([])
}

test('D, M19: a received entry repeats its facts, the draw time and until when it can be withdrawn', async () => {
  const { personId, mail: address } = newcomer(bed)
  const entry = entryOf(bed, personId)
  await bed.tell(entryReceived, entryRefOf(entry))
  const mail = await bed.mailTo(address)
  expect(mail.subject).toBe('【三鷹市】抽選の申込みを受け付けました（抽選前）')
  for (const line of [
    ...ENTRY_LINES,
    '申込みの状況：抽選前\n抽選結果の発表：2024年（令和6年）11月3日（日）07:00\n',
    '2024年（令和6年）11月2日（土）24:00まで取り消すことができます',
    `http://localhost:8080/entries/${entry.entryId}\n`,
  ])
    expect(mail.text).toContain(line)
  expect(await bed.row(entry.entryId)).toMatchObject({ kind: 'entry-received' })
})

test('D: an entry withdrawn before its mail could leave is not confirmed', async () => {
  const { personId, mail } = newcomer(bed)
  const entry = entryOf(bed, personId, { status: 'withdrawn' })
  await bed.tell(entryReceived, entryRefOf(entry))
  await dropped(entry, mail)
})

test('E, M20: the winner holds a 仮予約 that still needs approval', async () => {
  const { mail: address, facts, entry } = winner()
  await tellResult(bed, entry)
  const mail = await bed.mailTo(address)
  expect(mail.subject).toBe('【三鷹市】抽選に当選しました（仮予約）')
  for (const line of [
    ...ENTRY_LINES,
    '抽選の結果：当選\n予約の状況：仮予約（承認待ち）\n',
    '三鷹市が承認するまでは、まだ確定していません。',
    `http://localhost:8080/reservations/${facts.reservationId}\n`,
    `http://localhost:8080/entries/${entry.entryId}\n`,
  ])
    expect(mail.text).toContain(line)
  expect(mail.text).not.toMatch(/円|「利用する」/)
})

test('E, G7: a win that must be confirmed says until when', async () => {
  const { mail: address, entry } = winner({ confirmBy: '2024-11-10T15:00:00.000Z' })
  await tellResult(bed, entry)
  expect((await bed.mailTo(address)).text).toContain(
    '2024年（令和6年）11月10日（日）24:00までに、下の予約のページで「利用する」ことを確定してください。',
  )
})

test('E, G12: a win that was approved at once is not told as waiting', async () => {
  const { mail: address, entry } = winner({ status: 'approved', number: '789564', version: 2 })
  await tellResult(bed, entry)
  const mail = await bed.mailTo(address)
  expect(mail.subject).toBe('【三鷹市】抽選に当選しました（本予約）')
  expect(mail.text).not.toContain('承認待ち')
})

test('E: waits until the win is placed as a reservation', async () => {
  const { mail: address, facts, entry } = winner()
  keepEntry(bed, { ...entry, reservationId: null })
  await tellResult(bed, entry)
  await eventually(async () =>
    expect(await bed.row(entry.entryId)).toMatchObject({
      status: 'waiting',
      last_error: 'win not placed yet',
    }),
  )
  keepEntry(bed, entry)
  expect((await bed.mailTo(address)).text).toContain(facts.reservationId)
})

test.each(['refused', 'cancelled', 'expired', 'used'] as const)(
  'E: a win whose reservation is %s by then has another mail',
  async status => {
    const { mail, entry } = winner({ status })
    await tellResult(bed, entry)
    await dropped(entry, mail)
  },
)

test('F, M18, M20: the loser is told when gaps of that day open first-come', async () => {
  const { mail: address, entry } = loser()
  await tellResult(bed, entry)
  const mail = await bed.mailTo(address)
  expect(mail.subject).toBe('【三鷹市】抽選の結果、落選となりました')
  for (const line of [
    ...ENTRY_LINES,
    '抽選の結果：落選\n',
    '同じ日に空いている時間があれば、先着順で予約を申し込めます。先着順の受付の始まりは、2024年（令和6年）11月3日（日）07:00です。',
    `http://localhost:8080/entries/${entry.entryId}\n`,
  ])
    expect(mail.text).toContain(line)
})

test('A70: which of E and F it is, is asked when it is sent, and nothing leaves before lottery tells', async () => {
  const { personId, mail: address } = newcomer(bed)
  const entry = entryOf(bed, personId)
  await tellResult(bed, entry)
  await eventually(async () =>
    expect(await bed.row(entry.entryId)).toMatchObject({
      kind: 'entry-result',
      status: 'waiting',
      last_error: 'no result yet',
    }),
  )
  expect(await bed.mailsTo(address)).toEqual([])
  keepEntry(bed, { ...entry, status: 'lost' })
  expect((await bed.mailTo(address)).subject).toContain('落選')
  expect(await bed.facts.waitFor(mailSent, fact => fact.subjectId === entry.entryId)).toMatchObject({
    kind: 'entry-result',
  })
})

test('an entry withdrawn before the draw gets no result', async () => {
  const { personId, mail } = newcomer(bed)
  const entry = entryOf(bed, personId, { status: 'withdrawn' })
  await tellResult(bed, entry)
  await dropped(entry, mail)
})

test('the entry of a cancelled round is told why', async () => {
  const { personId, mail: address } = newcomer(bed)
  const entry = entryOf(bed, personId, { status: 'void' })
  const [wish] = entry.wishes
  bed.answers.rounds.set(wish?.date ?? '', done(cancelledRound(entry)))
  await tellResult(bed, entry)
  const mail = await bed.mailTo(address)
  expect(mail.subject).toBe('【三鷹市】抽選の申込みが取り消されました')
  for (const line of [...ENTRY_LINES, '理由：水道工事のため\n', '三鷹市の手続きにより'])
    expect(mail.text).toContain(line)
})

test('an entry that cannot stand in a round that was held sends its owner to the desk', async () => {
  const { personId, mail: address } = newcomer(bed)
  await tellResult(bed, entryOf(bed, personId, { status: 'void' }))
  expect((await bed.mailTo(address)).text).toContain('理由：窓口におたずねください\n')
})

test('I6, I7: a result told twice or replayed is one mail; staff’s next wave is another', async () => {
  const { mail: address, entry } = loser()
  await tellResult(bed, entry)
  await tellResult(bed, entry)
  await tellResult(bed, entry, 2)
  await eventually(async () => expect(await bed.mailsTo(address)).toHaveLength(2))
  expect(await bed.call(replayOutboxOf('lottery'), { since: null })).toMatchObject({ ok: true })
  const later = loser()
  await tellResult(bed, later.entry)
  await bed.mailTo(later.mail)
  expect(await bed.mailsTo(address)).toHaveLength(2)
})

test('D12: rows of entries hold ids alone', async () => {
  const rows = await bed.sql(`select * from notification.mails where kind like 'entry-%'`)
  const outbox = await bed.sql('select * from notification.outbox')
  expect(rows.length).toBeGreaterThan(5)
  for (const secret of ['山田', '@example.jp', '役員会', 'won', 'lost'])
    expect(JSON.stringify([rows, outbox])).not.toContain(secret)
})

function cancelledRound({ roundId, cityId, closesAt, drawAt }: EntryFacts): z.output<typeof getRound.output> {
  return {
    roundId,
    cityId,
    dates: { first: '2024-12-01', last: '2024-12-01' },
    status: 'cancelled',
    opensAt: '2024-10-26T15:00:00.000Z',
    closesAt,
    drawAt,
    commitment: null,
    freeze: null,
    cancelReason: '水道工事のため',
    entriesPerSlot: null,
  }
}
