import type { Call } from '@asaichi/bus/call.ts'
import type { Language } from '@asaichi/contract/actor.ts'
import { getRecipient } from '@asaichi/contract/identity/mail-facts.ts'
import { PersonId } from '@asaichi/contract/ids.ts'
import { getInvoiceMail, type invoiceIssued } from '@asaichi/contract/reservation/money.ts'
import { z } from 'zod'
import { type Block, type Body, type Frame, paragraph, type Row } from '../domain/letter.ts'
import { type Gathered, gone, overtaken } from '../mails/mail.ts'
import { INVOICE_WORDS } from './invoice-words.ts'
import { RESERVATION_WORDS } from './reservation-words.ts'

export type InvoiceFacts = z.output<typeof getInvoiceMail.output>

/** How a mail about one invoice is made and asked for; who has paid meanwhile, or has a newer one, hears nothing of it. */
export const aboutInvoice = {
  queue: ({
    data: { invoiceId, personId, cityId },
  }: {
    readonly data: z.output<typeof invoiceIssued.data>
  }) => [{ subjectId: invoiceId, version: 1, personId, cityId }],
  topic: z.object({ subjectId: z.uuid(), personId: PersonId }),
  gather: gatherInvoice,
}

async function gatherInvoice(
  call: Call,
  { subjectId, personId }: { readonly subjectId: string; readonly personId: string },
): Promise<Gathered<InvoiceFacts>> {
  const [recipient, answer] = await Promise.all([
    call(getRecipient, { personId }),
    call(getInvoiceMail, { invoiceId: subjectId }),
  ])
  if (!recipient.ok || !answer.ok) return gone
  const facts = answer.value
  if (facts.bill.owed <= 0 || facts.bill.invoiceId !== subjectId) return overtaken
  return { status: 'ready', cityId: facts.reservation.cityId, recipient: recipient.value, facts }
}

type Says = { readonly subject: string; readonly lead: string }

/** The words of a mail about an invoice: what it says first in each language, and then the same. */
export function invoiceWords(says: Readonly<Record<Language, (facts: InvoiceFacts) => Says>>) {
  const wordsIn = (language: Language) => (facts: InvoiceFacts, frame: Frame) =>
    invoiceLetter(facts, frame, { language, ...says[language](facts) })
  return { ja: wordsIn('ja'), 'ja-easy': wordsIn('ja-easy'), en: wordsIn('en') }
}

/** Lead, what is to be paid and where, for which booking, and the paper itself. */
function invoiceLetter(
  facts: InvoiceFacts,
  { publicUrl }: Frame,
  { language, subject, lead }: Says & { readonly language: Language },
): Body {
  const words = INVOICE_WORDS[language]
  const id = encodeURIComponent(facts.reservation.reservationId)
  return {
    subject,
    blocks: [
      paragraph(lead),
      { kind: 'facts', title: words.title, rows: invoiceRows(facts, language) },
      paragraph(words.keep),
      bookingFacts(facts, language),
      { kind: 'link', label: words.page, url: `${publicUrl}/reservations/${id}/invoice` },
    ],
  }
}

function invoiceRows({ invoice, bill }: InvoiceFacts, language: Language): readonly Row[] {
  const words = INVOICE_WORDS[language]
  const { day, yen } = RESERVATION_WORDS[language]
  return [
    { label: words.number, value: invoice.number },
    { label: words.issuedOn, value: day(invoice.issuedOn) },
    { label: words.dueOn, value: day(invoice.dueOn) },
    { label: words.yen, value: yen(invoice.yen) },
    ...invoice.tax.map(line => ({ label: words.tax(line.percent), value: yen(line.taxYen) })),
    ...(bill.owed === invoice.yen ? [] : [{ label: words.owed, value: yen(bill.owed) }]),
    { label: words.account, value: invoice.bankAccount },
    { label: words.payee, value: invoice.payee },
    ...(invoice.registrationNumber === null
      ? []
      : [{ label: words.registration, value: invoice.registrationNumber }]),
  ]
}

function bookingFacts({ reservation, venueAddress, placeNames }: InvoiceFacts, language: Language): Block {
  const words = RESERVATION_WORDS[language]
  return {
    kind: 'facts',
    title: INVOICE_WORDS[language].booking,
    rows: [
      { label: words.place, value: words.named(reservation, placeNames) },
      { label: words.date, value: words.day(reservation.date) },
      { label: words.time, value: words.span(reservation.from, reservation.to) },
      { label: words.address, value: venueAddress },
    ],
  }
}
