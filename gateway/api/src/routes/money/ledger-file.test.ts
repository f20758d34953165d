import { sampleReservation } from '@asaichi/testkit/sample-reservation.ts'
import { expect, test } from 'vitest'
import { ledgerText } from './ledger-file.ts'

const POSTING = {
  postingId: '0192f0c4-7b3a-7d5e-8f10-000000000001',
  kind: 'refunded',
  charged: 0,
  paid: -300,
  means: 'cash',
  at: '2024-11-10T15:30:00.000Z',
  by: null,
  invoiceId: null,
  reverses: null,
  note: '=HYPERLINK("http://example.jp")',
} as const

test('T10: the treasury’s file has a mark for UTF-8, its columns even when empty, the city’s day, and no minus', () => {
  const head = ledgerText([])
  expect(head).toMatch(/^\ufeff日付,時刻,区分,支払方法,請求額,/)
  const text = ledgerText([{ posting: POSTING, reservation: sampleReservation(), invoiceNumber: null }])
  expect(text.split('\r\n')[1]).toMatch(/^2024-11-11,00:30,返金,現金,0,0,0,300,,/)
})

test.for([
  ['=1+1', "'=1+1"],
  ['+81', "'+81"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['朝の読書会', '朝の読書会'],
] as const)('T10: %s is no formula in the treasury’s file', ([eventName, shown]) => {
  const reservation = sampleReservation({ eventName })
  const text = ledgerText([{ posting: { ...POSTING, note: null }, reservation, invoiceNumber: null }])
  expect(text.split('\r\n')[1]?.split(',').at(-2)).toBe(shown)
})
