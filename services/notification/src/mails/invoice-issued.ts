import { invoiceIssued as cause } from '@asaichi/contract/reservation/money.ts'
import { aboutInvoice, type InvoiceFacts, invoiceLetter } from '../about/invoice.ts'
import { RESERVATION_WORDS } from '../about/reservation-words.ts'
import type { Frame } from '../domain/letter.ts'
import { mail } from './mail.ts'

/** Mail Q (M14): the invoice of a booking that costs something; of a moved one that was paid, for the difference (M30). */
export const invoiceIssued = mail({
  kind: 'invoice-issued',
  name: { ja: '請求書', 'ja-easy': '請求書（せいきゅうしょ）', en: 'Invoice' },
  lane: 'decisions',
  cause,
  ...aboutInvoice,
  words: {
    ja: (facts: InvoiceFacts, frame: Frame) =>
      invoiceLetter(facts, frame, {
        language: 'ja',
        subject: `利用料金の請求書（${facts.invoice.number}）`,
        lead: facts.invoice.isDifference
          ? '予約の日時を変えたため、利用料金の差額をお知らせします。支払期限までにお支払いください。'
          : '予約が確定しましたので、利用料金の請求書をお送りします。支払期限までにお支払いください。',
      }),
    'ja-easy': (facts: InvoiceFacts, frame: Frame) =>
      invoiceLetter(facts, frame, {
        language: 'ja-easy',
        subject: `払（はら）うお金（かね）の お知（し）らせ（${facts.invoice.number}）`,
        lead: `部屋（へや）を 使（つか）うお金（かね）${facts.invoice.isDifference ? 'が 変（か）わりました。足（た）りないお金（かね）' : ''}を 払（はら）ってください。${RESERVATION_WORDS['ja-easy'].day(facts.invoice.dueOn)}までです。`,
      }),
    en: (facts: InvoiceFacts, frame: Frame) =>
      invoiceLetter(facts, frame, {
        language: 'en',
        subject: `Invoice for your booking (${facts.invoice.number})`,
        lead: facts.invoice.isDifference
          ? 'You moved your booking, and the new one costs more. This is the invoice for the difference. Please pay it by the date below.'
          : 'Your booking is confirmed. This is the invoice for its fee. Please pay it by the date below.',
      }),
  },
})
