import { invoiceReminded as cause } from '@asaichi/contract/reservation/money.ts'
import { aboutInvoice, invoiceWords } from '../../about/invoice.ts'
import { mail } from '../mail.ts'

/** M14: some days before the due date of mail Q, where something is owed. */
export const invoiceReminded = mail({
  kind: 'invoice-reminded',
  name: {
    ja: '支払期限の前のお知らせ',
    'ja-easy': 'もうすぐ払（はら）う日（ひ）',
    en: 'Payment due soon',
  },
  lane: 'bulk',
  cause,
  ...aboutInvoice,
  words: invoiceWords({
    ja: ({ invoice }) => ({
      subject: `利用料金の支払期限が近づいています（${invoice.number}）`,
      lead: '利用料金のお支払いがまだ確認できていません。支払期限までにお支払いください。',
    }),
    'ja-easy': ({ invoice }) => ({
      subject: `もうすぐ お金（かね）を 払（はら）う日（ひ）です（${invoice.number}）`,
      lead: '部屋（へや）を 使（つか）うお金（かね）を まだ もらっていません。忘（わす）れないで 払（はら）ってください。',
    }),
    en: ({ invoice }) => ({
      subject: `Your invoice is due soon (${invoice.number})`,
      lead: 'We have not received the fee of your booking yet. Please pay it by the date below.',
    }),
  }),
})
