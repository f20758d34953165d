import type { Language } from '@asaichi/contract/actor.ts'

/** What every mail about an invoice calls its facts. */
export type InvoiceWords = Readonly<
  Record<
    | 'title'
    | 'number'
    | 'issuedOn'
    | 'dueOn'
    | 'yen'
    | 'owed'
    | 'payee'
    | 'registration'
    | 'account'
    | 'booking'
    | 'page'
    | 'keep',
    string
  >
> & { readonly tax: (percent: number) => string }

export const INVOICE_WORDS: Readonly<Record<Language, InvoiceWords>> = {
  ja: {
    title: '請求の内容',
    number: '請求書番号',
    issuedOn: '発行日',
    dueOn: '支払期限',
    yen: '請求額',
    owed: 'お支払いいただく額',
    payee: '発行者',
    registration: '登録番号',
    account: '振込先',
    booking: '対象の予約',
    page: '請求書を開く（印刷できます）',
    keep: '振り込むときは、お名前の前に請求書番号を入れてください。行き違いでお支払い済みのときは、ご容赦ください。',
    tax: percent => `うち消費税（${percent}%）`,
  },
  'ja-easy': {
    title: '払（はら）うお金（かね）',
    number: '番号（ばんごう）',
    issuedOn: '作（つく）った日（ひ）',
    dueOn: 'この日（ひ）までに 払（はら）ってください',
    yen: '全部（ぜんぶ）のお金（かね）',
    owed: 'これから払（はら）うお金（かね）',
    payee: 'お金（かね）を受（う）け取（と）る人（ひと）',
    registration: '登録番号（とうろくばんごう）',
    account: 'お金（かね）を送（おく）る銀行（ぎんこう）',
    booking: '予約（よやく）',
    page: '請求書（せいきゅうしょ）を 見（み）る',
    keep: '銀行（ぎんこう）で 払（はら）うときは、名前（なまえ）の前（まえ）に 番号（ばんごう）を 書（か）いてください。もう払（はら）った人（ひと）は、何（なに）も しなくていいです。',
    tax: percent => `この中（なか）の消費税（しょうひぜい）（${percent}%）`,
  },
  en: {
    title: 'The invoice',
    number: 'Invoice number',
    issuedOn: 'Issued on',
    dueOn: 'To be paid by',
    yen: 'Amount',
    owed: 'To be paid',
    payee: 'Issued by',
    registration: 'Registration number',
    account: 'Bank account',
    booking: 'For this booking',
    page: 'Open the invoice (to print)',
    keep: 'When you transfer the money, please write the invoice number before your name. If you have paid already, please ignore this mail.',
    tax: percent => `Consumption tax in it (${percent}%)`,
  },
}
