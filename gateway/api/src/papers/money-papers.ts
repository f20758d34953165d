import { localDateOf } from '@asaichi/calendar/instant.ts'
import type { FeeLine } from '@asaichi/contract/reservation/fee-lines.ts'
import type { getBill, Invoice, TaxLine } from '@asaichi/contract/reservation/money.ts'
import type { z } from 'zod'
import { dayText, whenText, yenText } from './japanese.ts'
import type { Paper } from './paper.ts'

type WholeBill = z.output<typeof getBill.output>

/** R22, M14: 請求書, the newest that holds; nothing where none does. */
export function invoicePaper({ invoices }: WholeBill, person: string): Paper | undefined {
  const invoice = invoices.findLast(({ cancelled }) => !cancelled)
  if (!invoice) return undefined
  const {
    number,
    issuedOn,
    dueOn,
    yen,
    item,
    tax,
    isDifference,
    options = [],
    fee = [],
    bankAccount,
  } = invoice
  return {
    title: '請求書',
    head: [`請求書番号：${number}`, `発行日：${dayText(issuedOn)}`],
    to: `${person} 様`,
    lead: isDifference ? '予約の日時を変えたため、差額をご請求します。' : '下のとおりご請求します。',
    facts: [
      ['ご請求金額（税込）', [yenText(yen), ...fee.map(feeText)].join('\n')],
      ['支払期限', dayText(dueOn)],
      ['内容', `${item.venueName} ${item.spaceName}\n${whenText(item)}`],
      ...(options.length > 0
        ? [
            [
              '付帯設備',
              options.map(each => `${each.name} × ${each.count}　${yenText(each.yen)}`).join('\n'),
            ] as const,
          ]
        : []),
      ['税の内訳', tax.map(taxText).join('\n')],
      ['振込先', bankAccount],
    ],
    notes: ['振り込むときは、お名前の前に請求書番号を入れてください。'],
    issuer: issuerOf(invoice),
  }
}

/** R22, M14: 領収書 of all that was received and not given back. */
export function receiptPaper(
  { bill, invoices, postings, reservation }: WholeBill,
  person: string,
): Paper | undefined {
  if (bill.paid <= 0) return undefined
  const valid = invoices.filter(({ cancelled }) => !cancelled)
  const issuer = valid.at(-1) ?? invoices.at(-1)
  const last = postings.findLast(({ kind }) => kind === 'received')
  // The tax of the invoices is that of the money only where they are paid as they are.
  const isPaidAsIs = valid.reduce((sum, { yen }) => sum + yen, 0) === bill.paid
  const { venueName, spaceName, number } = reservation
  return {
    title: '領収書',
    head: [
      ...(issuer ? [`請求書番号：${issuer.number}`] : []),
      ...(last ? [`領収日：${dayText(localDateOf(last.at))}`] : []),
    ],
    to: `${person} 様`,
    facts: [
      ['領収金額（税込）', yenText(bill.paid)],
      [
        '内容',
        [
          `${venueName} ${spaceName}`,
          whenText(reservation),
          ...(number === null ? [] : [`予約番号：${number}`]),
        ].join('\n'),
      ],
      ...(isPaidAsIs ? [['税の内訳', valid.flatMap(({ tax }) => tax.map(taxText)).join('\n')] as const] : []),
    ],
    notes: ['施設の使用料として、上の金額を領収しました。'],
    issuer: issuer ? issuerOf(issuer) : [],
  }
}

function taxText({ percent, yen, taxYen }: TaxLine): string {
  return `${percent}%対象 ${yenText(yen)}（うち消費税 ${yenText(taxYen)}）`
}

function issuerOf({ payee, registrationNumber }: Invoice): readonly string[] {
  return [payee, ...(registrationNumber === null ? [] : [`登録番号：${registrationNumber}`])]
}

function feeText(line: FeeLine): string {
  const yen = `${line.yen > 0 ? '＋' : ''}${yenText(line.yen)}`
  switch (line.kind) {
    case 'room':
      return `部屋の使用料 ${yenText(line.yen)}`
    case 'rest-day':
      return `土日・祝日の料金（${line.percent}%） ${yen}`
    case 'class':
      return `${line.name}の料金（${line.percent}%） ${yen}`
    case 'reduction':
      return `${line.percent === 100 ? '免除' : `減額（${line.percent}%）`} ${yen}`
    default:
      return line satisfies never
  }
}
