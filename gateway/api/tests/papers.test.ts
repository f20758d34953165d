import type { getBill } from '@asaichi/contract/reservation/money.ts'
import type { StaffOccupancy } from '@asaichi/contract/reservation/staff.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { sampleReservation } from '@asaichi/testkit/sample-reservation.ts'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { dayPaper } from '../src/papers/day-paper.ts'
import { invoicePaper, receiptPaper } from '../src/papers/money-papers.ts'
import type { Paper } from '../src/papers/paper.ts'
import { createPapers } from '../src/papers/papers.ts'
import { permitPaper } from '../src/papers/permit-paper.ts'

const papers = createPapers()
afterAll(() => papers[Symbol.asyncDispose]())

const RESERVATION = sampleReservation({ status: 'approved', number: '123456', yen: 1_200 })
const INVOICE = {
  invoiceId: RESERVATION.reservationId,
  number: '2024-000123',
  issuedOn: '2024-11-01',
  dueOn: '2024-11-24',
  yen: 1_200,
  item: { venueName: '公会堂', spaceName: '洋室', date: '2024-12-01', from: '09:00', to: '10:00' },
  options: [{ optionId: 'projector', name: 'プロジェクター', count: 2, yen: 200, translations: undefined }],
  isDifference: false,
  tax: [{ percent: 10, yen: 1_200, taxYen: 109 }],
  payee: '三鷹市長',
  bankAccount: '朝一銀行 三鷹支店\n普通 1234567',
  registrationNumber: 'T1234567890123',
  cancelled: false,
}
const BILL: z.output<typeof getBill.output> = {
  bill: {
    reservationId: RESERVATION.reservationId,
    invoiceId: INVOICE.invoiceId,
    charged: 1_200,
    paid: 1_200,
    owed: 0,
    standing: 'paid',
    dueOn: '2024-11-24',
    overdue: false,
  },
  reservation: RESERVATION,
  invoices: [{ ...INVOICE, number: '2024-000001', cancelled: true }, INVOICE],
  postings: [],
}

function permitOf(differences: Partial<typeof RESERVATION>) {
  const reservation = { ...RESERVATION, ...differences }
  const city = demoCity({ cityId: 'mitaka' })
  return permitPaper({ reservation, person: '朝日 みなみ', city, venue: demoVenue(), today: '2024-11-25' })
}

async function read(paper: Paper | undefined) {
  if (!paper) throw new Error('no paper')
  const pdf = await getDocumentProxy(valueOf(await papers.write(paper, RESERVATION.personId)).slice())
  const { text } = await extractText(pdf, { mergePages: true })
  return { pdf, text: text.replaceAll(/\s+/g, '') }
}

test('R16: the text of a permit can be read again, rare letters of names too', async () => {
  const { text } = await read(permitOf({ eventName: '髙﨑と𠮷田の会', note: '德島・濵・邉' }))
  for (const words of ['使用許可書', '第123456号', '朝日みなみ', '髙﨑と𠮷田の会', '德島・濵・邉', '1,200円'])
    expect(text).toContain(words)
  expect(text).not.toContain('〓')
})

test('R16: what no font can write is seen as 〓, and a sentence says what to do', async () => {
  const { text } = await read(permitOf({ eventName: '🎉한국の会' }))
  expect(text).toContain('〓〓〓の会')
  expect(text).toContain('この書類の文字にない字です')
})

test('R16: a note of many lines takes one sheet at most, and none runs off it', async () => {
  const { pdf, text } = await read(permitOf({ note: Array.from({ length: 500 }, (_, nr) => nr).join('\n') }))
  expect(pdf.numPages).toBeLessThanOrEqual(3)
  expect(text).toContain('…')
  expect(text).toContain('使用の条件')
})

test('R16, M14: no permit before the approval, and no word of money where nothing is to be paid', async () => {
  expect(permitOf({ status: 'pending' })).toBeUndefined()
  expect((await read(permitOf({ yen: 0 }))).text).not.toContain('円')
})

test('M14: the invoice is the newest that holds, with account, due date and what a qualified invoice must say', async () => {
  const { text } = await read(invoicePaper(BILL, '朝日 みなみ'))
  for (const words of [
    '請求書番号：2024-000123',
    '1,200円',
    '10%対象1,200円（うち消費税109円）',
    'T1234567890123',
  ])
    expect(text).toContain(words)
  for (const words of [
    '朝日みなみ様',
    '2024年（令和6年）11月24日（日）',
    '朝一銀行三鷹支店',
    'プロジェクター×2',
  ])
    expect(text).toContain(words)
  expect(invoicePaper({ ...BILL, invoices: [] }, '')).toBeUndefined()
})

test('M14: the receipt says what was received, and its tax only where the invoices are paid as they are', async () => {
  expect((await read(receiptPaper(BILL, '朝日 みなみ'))).text).toContain('うち消費税109円')
  const part = { ...BILL, bill: { ...BILL.bill, paid: 500 } }
  const { text } = await read(receiptPaper(part, '朝日 みなみ'))
  expect(text).toContain('領収金額（税込）500円')
  expect(text).not.toContain('消費税')
  expect(receiptPaper({ ...BILL, bill: { ...BILL.bill, paid: 0 } }, '')).toBeUndefined()
})

test('T4: a full day takes several sheets, each with the head of the table, which is read aloud once', async () => {
  const occupancies = Array.from({ length: 60 }, (_, nr) => useOf(`第${nr}回の会`))
  const { pdf, text } = await read(dayPaper(dayOf(occupancies), [PERSON]))
  expect(pdf.numPages).toBeGreaterThan(1)
  expect(text).toContain('第0回の会')
  expect(text).toContain('第59回の会')
  expect(text).toContain('090-0000-0000')
  expect(text.match(/申込者/g)).toHaveLength(pdf.numPages)
  const trees = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, nr) => (await pdf.getPage(nr + 1)).getStructTree()),
  )
  expect(JSON.stringify(trees).match(/"role":"TH","children":\[\{/g)).toHaveLength(7)
  expect(JSON.stringify(trees[0])).toContain('"role":"H1"')
})

test('T4: what waits to reopen is nobody’s use, and a closure says its reason', async () => {
  const closed = { ...useOf(''), kind: 'closure', reservation: null, reason: '消防設備の点検' } as const
  const { text } = await read(dayPaper(dayOf([{ ...useOf('朝の会'), kind: 'reopening' }, closed]), []))
  expect(text).toContain('休止消防設備の点検')
  expect(text).not.toContain('朝の会')
})

test('R16: a paper waits for the one before it, and beyond a short line one is told to come again', async () => {
  await using few = createPapers(3)
  const paper = permitOf({})
  if (!paper) throw new Error('no paper')
  const asked = (people: readonly string[]) => Promise.all(people.map(each => few.write(paper, each)))
  expect((await asked(['a', 'b', 'c', 'd'])).map(codeOf)).toEqual(['done', 'done', 'done', 'papers-busy'])
  // Of one person fewer, so that the line is everybody's.
  expect((await asked(['a', 'a', 'a', 'b'])).map(codeOf)).toEqual(['done', 'done', 'papers-busy', 'done'])
  expect((await asked(['a'])).map(codeOf)).toEqual(['done'])
})

const PERSON = {
  personId: RESERVATION.personId,
  name: '朝日 みなみ',
  groupName: null,
  phone: '090-0000-0000',
}

function dayOf(occupancies: readonly StaffOccupancy[]) {
  return {
    venueId: 'hall',
    venueName: '公会堂',
    date: '2024-12-01',
    serverNow: '2024-12-01T00:00:00.000Z',
    hours: null,
    closedReason: null,
    spaces: [{ spaceId: 'room', name: '洋室', capacity: 26, parts: [] }],
    occupancies: [...occupancies],
  }
}

function useOf(eventName: string): StaffOccupancy {
  return {
    occupancyId: RESERVATION.reservationId,
    spaceIds: ['room'],
    kind: 'reservation',
    startsAt: RESERVATION.startsAt,
    endsAt: RESERVATION.endsAt,
    from: '09:00',
    to: '10:00',
    since: RESERVATION.requestedAt,
    reservation: { ...RESERVATION, eventName },
    reason: null,
    reopensAt: null,
  }
}
