import { invoiceIssued as cause } from '@asaichi/contract/reservation/money.ts'
import { aboutInvoice, invoiceWords } from '../../about/invoice.ts'
import { RESERVATION_WORDS } from '../../about/reservation-words.ts'
import { mail } from '../mail.ts'

/** Mail Q (M14): the invoice of a booking that costs something; of a moved one that was paid, for the difference (M30). */
export const invoiceIssued = mail({
  kind: 'invoice-issued',
  name: { ja: '請求書', 'ja-easy': '請求書（せいきゅうしょ）', en: 'Invoice' },
  lane: 'decisions',
  cause,
  ...aboutInvoice,
  words: invoiceWords({
    ja: ({ invoice }) => ({
      subject: `利用料金の請求書（${invoice.number}）`,
      lead: invoice.isDifference
        ? '予約の日時を変えたため、利用料金の差額をお知らせします。支払期限までにお支払いください。'
        : '予約が確定しましたので、利用料金の請求書をお送りします。支払期限までにお支払いください。',
    }),
    'ja-easy': ({ invoice }) => ({
      subject: `払（はら）うお金（かね）の お知（し）らせ（${invoice.number}）`,
      lead: `部屋（へや）を 使（つか）うお金（かね）${invoice.isDifference ? 'が 変（か）わりました。足（た）りないお金（かね）' : ''}を 払（はら）ってください。${RESERVATION_WORDS['ja-easy'].day(invoice.dueOn)}までです。`,
    }),
    en: ({ invoice }) => ({
      subject: `Invoice for your booking (${invoice.number})`,
      lead: invoice.isDifference
        ? 'You moved your booking, and the new one costs more. This is the invoice for the difference. Please pay it by the date below.'
        : 'Your booking is confirmed. This is the invoice for its fee. Please pay it by the date below.',
    }),
  }),
})
