import { done } from '@asaichi/contract/define.ts'
import { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { codesReady } from '@asaichi/contract/lock/door-codes.ts'
import { listMails, mailSent } from '@asaichi/contract/notification/mails.ts'
import {
  reservationCancelled,
  reservationExpired,
  reservationRefused,
  reservationRequested,
} from '@asaichi/contract/reservation/reservation.ts'
import { replayOutboxOf } from '@asaichi/contract/town/town.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import {
  booking,
  newcomer,
  refOf,
  startNotificationBed,
  tellLoginCode,
  tellReceived,
} from './notification-bed.ts'
import { FACT_LINES } from './sample-letter.ts'

const bed = await forThisFile(startNotificationBed())
await bed.at('2024-11-03T05:02:30.000Z')

async function permissionTold(
  status: 'applied' | 'approved' | 'returned' | 'suspended',
  personId: string,
  version: number,
) {
  await bed.tell(permissionChanged, { personId, cityId: 'mitaka', status, adultFrom: '1968-04-01' }, version)
}

test('C, M9: the code, three minutes and the second it ends; not in the subject', async () => {
  const { mail: address } = await tellLoginCode(bed, '048291')
  const mail = await bed.mailTo(address)
  expect(mail.subject).toBe('【三鷹市】ログインの認証番号')
  expect(mail.text).toContain('次の6桁の数字')
  expect(mail.text).toContain('認証番号：048291')
  expect(mail.text).toContain('3分間、14:05:30まで')
  expect(mail.html).toContain('>048291</p>')
})

test('G, M25: a received application repeats its facts, the deadline, the pages and the signature', async () => {
  const { personId, mail: address } = newcomer(bed)
  const facts = booking(bed, personId)
  await tellReceived(bed, facts)
  const mail = await bed.mailTo(address)
  expect(mail.subject).toBe('【三鷹市】予約の申込みを受け付けました（仮予約）')
  for (const line of [
    ...FACT_LINES,
    '回答の期限は、2024年（令和6年）12月1日（日）09:00です。',
    `http://localhost:8080/reservations/${facts.reservationId}\n`,
    'http://localhost:8080/venues/inokashira\n',
    '試験市 施設課\n住所：試験市1-1\n電話：000-000-0000\n受付時間：平日 8:30–17:15\nhttps://example.jp\noffice@example.jp\n',
  ])
    expect(mail.text).toContain(line)
  expect(mail.text).not.toContain('円')
})

test('M14: money is named only where there is any', async () => {
  const { personId, mail: address } = newcomer(bed)
  await tellReceived(bed, booking(bed, personId, { yen: 12_600 }))
  expect((await bed.mailTo(address)).text).toContain('利用料金：12,600円\n')
})

test('H, M26, M27: number, state, a line per door and the keypad steps, once the codes are ready', async () => {
  const { personId, mail: address } = newcomer(bed)
  const facts = booking(bed, personId, { status: 'approved', number: '789564', version: 2 })
  const doors = [
    { doorName: '1階洋室', code: '807612', lockId: 'l-room' },
    { doorName: '玄関', code: '135790', lockId: 'l-door' },
  ].map(door => ({ ...door, from: facts.startsAt, to: facts.endsAt, state: 'sending' as const }))
  bed.answers.doors.set(facts.reservationId, done({ doors }))
  await bed.tell(codesReady, { reservationId: facts.reservationId, personId, doors: 2 })
  const mail = await bed.mailTo(address)
  expect(mail.subject).toBe('【三鷹市】予約が確定しました（予約番号 789564）')
  for (const line of [
    '予約番号：789564\n予約の状況：本予約（予約確定）\n',
    '\n1階洋室「807612」（利用可能時間：09:00～12:00）\n玄関「135790」（利用可能時間：09:00～12:00）\n',
    '1. 鍵の中央にある四角いボタンを、続けて2回押します。\n2. 数字が光ったら',
    '「E」を押します',
    '外から閉めるとき：四角いボタンを1回押します。',
  ])
    expect(mail.text).toContain(line)
  expect(mail.html).toContain('<li>1階洋室「807612」（利用可能時間：09:00～12:00）</li>')
})

test('H: a venue without doors gets its number and no keypad', async () => {
  const { personId, mail: address } = newcomer(bed)
  const facts = booking(bed, personId, { status: 'approved', number: '790110', spaceHasDoor: false })
  bed.answers.doors.set(facts.reservationId, done({ doors: [] }))
  await bed.tell(codesReady, { reservationId: facts.reservationId, personId, doors: 0 })
  const mail = await bed.mailTo(address)
  expect(mail.text).toContain('予約番号：790110')
  expect(mail.text).toContain('番号で開ける鍵はありません')
  expect(mail.text).not.toContain('四角いボタン')
})

test('H: a booking cancelled before its mail could leave sends no codes', async () => {
  const { personId, mail: address } = newcomer(bed)
  const facts = booking(bed, personId, { status: 'cancelled', number: '790111', cancelledBy: 'resident' })
  await bed.tell(codesReady, { reservationId: facts.reservationId, personId, doors: 1 })
  await eventually(async () =>
    expect(await bed.row(facts.reservationId)).toMatchObject({
      status: 'dropped',
      last_error: 'overtaken',
    }),
  )
  expect(await bed.mailsTo(address)).toEqual([])
})

test('I, M7: approved, and returned with its reason', async () => {
  const { personId, mail: address } = newcomer(bed)
  await permissionTold('applied', personId, 1)
  bed.answers.permissions.set(
    personId,
    done({ status: 'returned' as const, reason: '電話番号がつながりません' }),
  )
  await permissionTold('returned', personId, 2)
  const returned = await bed.mailTo(address)
  expect(returned.subject).toBe('【三鷹市】施設の利用申請が差し戻されました')
  expect(returned.text).toContain('理由：電話番号がつながりません\n')

  bed.answers.permissions.set(personId, done({ status: 'approved' as const, reason: null }))
  await permissionTold('applied', personId, 3)
  await permissionTold('approved', personId, 4)
  await eventually(async () =>
    expect((await bed.mailsTo(address)).map(mail => mail.subject)).toContain(
      '【三鷹市】施設の利用申請が承認されました',
    ),
  )
})

test('I, M7: a suspension and its end, each with its reason', async () => {
  const { personId, mail: address } = newcomer(bed)
  const subjects = async () => (await bed.mailsTo(address)).map(mail => mail.subject)
  bed.answers.permissions.set(personId, done({ status: 'suspended' as const, reason: '無断の不使用' }))
  await permissionTold('suspended', personId, 1)
  const suspended = await bed.mailTo(address)
  expect(suspended.subject).toBe('【三鷹市】施設の利用を停止しました')
  expect(suspended.text).toContain('理由：無断の不使用\n')
  bed.answers.permissions.set(personId, done({ status: 'approved' as const, reason: '期間が終わりました' }))
  await permissionTold('approved', personId, 2)
  await eventually(async () => expect(await subjects()).toContain('【三鷹市】施設の利用停止を解きました'))
  expect(await subjects()).toHaveLength(2)
})

test('I, G11: a changed class is no decision, so nothing is mailed', async () => {
  const { personId, mail: address } = newcomer(bed)
  bed.answers.permissions.set(personId, done({ status: 'approved' as const, reason: null }))
  const fact = { personId, cityId: 'mitaka', status: 'approved' as const, adultFrom: '1968-04-01' }
  await bed.tell(permissionChanged, { ...fact, classId: 'outside', classOnly: true }, 2)
  await permissionTold('approved', personId, 3)
  await bed.mailTo(address)
  expect(await bed.mailsTo(address)).toHaveLength(1)
})

test('I: a permission that came with an import is told to nobody', async () => {
  const { personId, mail: address } = newcomer(bed)
  await permissionTold('approved', personId, 1)
  await eventually(async () =>
    expect(await bed.row(`mitaka/${personId}`)).toMatchObject({ status: 'dropped' }),
  )
  expect(await bed.mailsTo(address)).toEqual([])
})

test('I: a decision that was overtaken before its mail left is not told', async () => {
  const { personId, mail: address } = newcomer(bed)
  bed.answers.permissions.set(personId, done({ status: 'applied' as const, reason: null }))
  await permissionTold('applied', personId, 1)
  await permissionTold('returned', personId, 2)
  await eventually(async () =>
    expect(await bed.row(`mitaka/${personId}`)).toMatchObject({
      status: 'dropped',
      last_error: 'overtaken',
    }),
  )
  expect(await bed.mailsTo(address)).toEqual([])
})

test('J: a refused application carries the reason', async () => {
  const { personId, mail: address } = newcomer(bed)
  const facts = booking(bed, personId, { status: 'refused', reason: '営利目的の利用はできません' })
  await bed.tell(reservationRefused, refOf(facts))
  const mail = await bed.mailTo(address)
  expect(mail.subject).toBe('【三鷹市】予約の申込みは承認されませんでした')
  expect(mail.text).toContain('理由：営利目的の利用はできません\n')
  expect(mail.text).toContain('会場：井の頭東部地区公会堂 1階洋室\n')
})

test.each([
  { by: 'resident', number: null, reason: null, says: 'ご本人の手続きにより、次の予約の申込みは' },
  { by: 'city', number: '654321', reason: '水道工事のため', says: '三鷹市の手続きにより、次の予約は' },
] as const)('K, M29: cancelled by the $by says who did it', async ({ by, number, reason, says }) => {
  const { personId, mail: address } = newcomer(bed)
  const facts = booking(bed, personId, { status: 'cancelled', number, reason, cancelledBy: by })
  await bed.tell(reservationCancelled, { ...refOf(facts), by, wasApproved: number !== null })
  const mail = await bed.mailTo(address)
  expect(mail.text).toContain(says)
  expect(mail.text.includes('理由：水道工事のため')).toBe(by === 'city')
  expect(mail.text.includes('鍵の番号は、もう使えません')).toBe(number !== null)
})

test('O, M25: an unanswered application expires', async () => {
  const { personId, mail: address } = newcomer(bed)
  await bed.tell(reservationExpired, refOf(booking(bed, personId, { status: 'expired' })))
  expect((await bed.mailTo(address)).subject).toBe('【三鷹市】予約の申込みが期限切れになりました')
})

test('A81: a reason and an event name with HTML and line breaks stay text, and no header is made of them', async () => {
  const { personId, mail: address } = newcomer(bed, '山田\r\nBcc: all@example.jp')
  const facts = booking(bed, personId, {
    status: 'refused',
    eventName: '<script>alert(1)</script>\r\n予約番号：999999',
    reason: '"a" & <b>b</b>\r\nBcc: all@example.jp',
  })
  await bed.tell(reservationRefused, refOf(facts))
  const mail = await bed.mailTo(address)
  expect(mail.to).toEqual([address])
  expect(mail.html).not.toContain('<script')
  expect(mail.html).not.toContain('<b>')
  expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; 予約番号：999999')
  expect(mail.text).toContain('イベント名：<script>alert(1)</script> 予約番号：999999\n')
  expect(mail.text).toContain('理由："a" & <b>b</b>\n　　Bcc: all@example.jp\n')
  expect(await bed.mailsTo('all@example.jp')).toEqual([])
})

test('I6, I7: the same fact told twice or replayed is one mail; a later version of it is another', async () => {
  const { personId, mail: address } = newcomer(bed)
  const facts = booking(bed, personId)
  const first = await bed.facts.waitFor(mailSent)
  expect(first).toMatchObject({ mailId: expect.any(String), subjectId: expect.any(String) })
  await bed.tell(reservationRequested, refOf(facts))
  await bed.tell(reservationRequested, refOf(facts))
  await bed.tell(reservationRequested, { ...refOf(facts), version: 7 })
  await bed.facts.waitFor(mailSent, fact => fact.subjectId === facts.reservationId)
  expect(await bed.call(replayOutboxOf('reservation'), { since: null })).toMatchObject({ ok: true })
  await bed.at('2024-11-03T05:02:32.000Z')
  expect(await bed.mailsTo(address)).toHaveLength(2)
  expect(bed.facts.of(mailSent).filter(fact => fact.subjectId === facts.reservationId)).toHaveLength(2)
})

test('staff list the mails of their own city only, without address or text', async () => {
  const { personId } = newcomer(bed)
  const facts = booking(bed, personId)
  await tellReceived(bed, facts)
  await bed.facts.waitFor(mailSent, fact => fact.subjectId === facts.reservationId)
  const asked = (role: 'resident' | 'staff' | 'admin', cityId: string) =>
    bed.call(listMails, { actor: { personId: newId(), role, cityId }, status: 'sent' })
  const own = await asked('staff', 'mitaka')
  expect(own).toMatchObject({
    ok: true,
    value: {
      items: expect.arrayContaining([
        {
          mailId: expect.any(String),
          kind: 'reservation-received',
          name: '申込みの受付',
          translations: expect.objectContaining({ en: { name: 'Application received' } }),
          cityId: 'mitaka',
          subjectId: facts.reservationId,
          personId,
          status: 'sent',
          attempts: 1,
          lastError: null,
          queuedAt: expect.any(String),
          sentAt: expect.any(String),
          told: null,
        },
      ]),
    },
  })
  expect(await asked('admin', 'sapporo')).toEqual(done({ items: [] }))
  expect(await asked('resident', 'mitaka')).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } })
})

test('D12: neither rows nor facts hold a name, an address, a code or a token', async () => {
  const rows = await bed.sql('select * from notification.mails')
  const outbox = await bed.sql('select * from notification.outbox')
  const inbox = await bed.sql('select * from notification.parked_messages')
  expect(rows.length).toBeGreaterThan(5)
  for (const secret of ['山田', '@example.jp', '048291', '807612', 'tok+en', '役員会'])
    expect(JSON.stringify([rows, outbox, inbox])).not.toContain(secret)
})
