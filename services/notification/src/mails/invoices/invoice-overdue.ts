import { invoiceOverdue as cause } from '@asaichi/contract/reservation/money.ts'
import { aboutInvoice, invoiceWords } from '../../about/invoice.ts'
import { mail } from '../mail.ts'

/** M14: the due date of mail Q is over and something is owed. Where the city cancels what stays unpaid, mail K follows. */
export const invoiceOverdue = mail({
  kind: 'invoice-overdue',
  name: {
    ja: '支払期限を過ぎたお知らせ',
    'ja-easy': '払（はら）う日（ひ）を過（す）ぎた',
    en: 'Payment overdue',
  },
  lane: 'bulk',
  cause,
  ...aboutInvoice,
  words: invoiceWords({
    ja: ({ invoice }) => ({
      subject: `利用料金の支払期限を過ぎました（${invoice.number}）`,
      lead: '利用料金のお支払いが、支払期限までに確認できませんでした。すぐにお支払いいただくか、下の窓口へご連絡ください。お支払いがないと、予約が取り消されることがあります。',
    }),
    'ja-easy': ({ invoice }) => ({
      subject: `お金（かね）を 払（はら）う日（ひ）を 過（す）ぎました（${invoice.number}）`,
      lead: '部屋（へや）を 使（つか）うお金（かね）を まだ もらっていません。すぐに 払（はら）うか、下（した）の窓口（まどぐち）に 電話（でんわ）してください。払（はら）わないと、予約（よやく）が なくなることが あります。',
    }),
    en: ({ invoice }) => ({
      subject: `Your invoice is overdue (${invoice.number})`,
      lead: 'The fee of your booking was not received by its due date. Please pay it at once, or call the office below. An unpaid booking may be cancelled.',
    }),
  }),
})
