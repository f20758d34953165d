import { done } from '@asaichi/contract/define.ts'
import { invoiceIssued, invoiceOverdue, invoiceReminded } from '@asaichi/contract/reservation/money.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type NotificationBed, newcomer, startNotificationBed } from './notification-bed.ts'
import { INVOICE } from './sample-letter.ts'

let bed: NotificationBed
beforeAll(async () => {
  bed = await startNotificationBed()
})
afterAll(() => bed[Symbol.asyncDispose]())

function invoiced(differences: Partial<(typeof INVOICE)['bill']> = {}) {
  const { personId, mail } = newcomer(bed)
  const { reservationId } = INVOICE.reservation
  const invoiceId = newId()
  bed.answers.invoices.set(
    invoiceId,
    done({
      ...INVOICE,
      invoice: { ...INVOICE.invoice, invoiceId },
      bill: { ...INVOICE.bill, invoiceId, ...differences },
    }),
  )
  return { mail, fact: { invoiceId, reservationId, personId, cityId: 'mitaka' } }
}

test('Q, M14: an invoice, its reminder and its being overdue are each mailed once, with number, sum, date and the page to print', async () => {
  const { mail, fact } = invoiced()
  for (const event of [invoiceIssued, invoiceIssued, invoiceReminded, invoiceOverdue])
    await bed.tell(event, fact)
  await eventually(async () => expect(await bed.mailsTo(mail)).toHaveLength(3))
  await bed.quiet(bed.producers.reservation)
  const sent = await bed.mailsTo(mail)
  expect(sent.map(each => each.subject).sort()).toEqual([
    '【三鷹市】利用料金の支払期限が近づいています（2024-000012）',
    '【三鷹市】利用料金の支払期限を過ぎました（2024-000012）',
    '【三鷹市】利用料金の請求書（2024-000012）',
  ])
  for (const { text, html } of sent)
    for (const body of [text, html]) {
      expect(body).toContain('1,800円')
      expect(body).toContain('T1234567890123')
      expect(body).toContain(`/reservations/${fact.reservationId}/invoice`)
    }
})

test.for([
  { name: 'has paid meanwhile', differences: { paid: 1_800, owed: 0, standing: 'paid' } },
  { name: 'has a newer invoice', differences: { invoiceId: newId() } },
] as const)('Q, M14: who $name is told nothing of it', async ({ differences }) => {
  const { fact } = invoiced(differences)
  await bed.tell(invoiceReminded, fact)
  await eventually(async () => expect(await bed.row(fact.invoiceId)).toMatchObject({ status: 'dropped' }))
})
