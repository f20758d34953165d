import { done } from '@asaichi/contract/define.ts'
import { personConfirmed, registrationStarted } from '@asaichi/contract/identity/account.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type NotificationBed, startNotificationBed } from './notification-bed.ts'

let bed: NotificationBed
beforeAll(async () => {
  bed = await startNotificationBed()
  await bed.at('2024-11-03T05:02:30.000Z')
})
afterAll(() => bed[Symbol.asyncDispose]())

test('B, S5: who has finished the registration is mailed the number, once', async () => {
  const personId = newId()
  const mail = `m${personId}@example.jp`
  bed.answers.members.set(
    personId,
    done({ name: '山田 花子', mail, language: 'ja' as const, memberNumber: '4815162' }),
  )
  await bed.tell(personConfirmed, { personId, cityId: 'mitaka' })
  await bed.tell(personConfirmed, { personId, cityId: 'mitaka' })
  const sent = await bed.mailTo(mail)
  expect(sent.subject).toBe('【三鷹市】登録が終わりました')
  expect(sent.text).toContain('登録番号：4815162')
  expect(await bed.mailsTo(mail)).toHaveLength(1)
})

test('B, M5: the link carries its token behind # and nothing else of the person', async () => {
  const registrationId = newId()
  bed.answers.confirmations.set(
    registrationId,
    done({
      cityId: 'mitaka',
      name: '山田 花子',
      mail: 'hanako@example.jp',
      language: 'ja' as const,
      content: { kind: 'confirm' as const, token: 'tok+en/1=', expiresAt: '2024-11-04T05:00:00.000Z' },
    }),
  )
  await bed.tell(registrationStarted, { registrationId, cityId: 'mitaka' })
  const mail = await bed.mailTo('hanako@example.jp')
  expect(mail.subject).toBe('【三鷹市】本登録のお願い（まだ登録は終わっていません）')
  expect(mail.text).toContain('山田 花子 様')
  expect(mail.text).toContain('http://localhost:8080/confirm?city=mitaka#token=tok%2Ben%2F1%3D\n')
  expect(mail.text).toContain('2024年（令和6年）11月4日（月）14:00まで')
  expect(mail.html).toContain(
    '<a href="http://localhost:8080/confirm?city=mitaka#token=tok%2Ben%2F1%3D">本登録のページを開く</a>',
  )
  expect(mail.headers).toMatchObject({ 'auto-submitted': 'auto-generated', 'content-language': 'ja' })
  expect(mail.headers['date']).toBe('Sun, 03 Nov 2024 05:02:30 +0000')
})

test('B: who is registered already is told so in the mailbox, and the row does not say which it was', async () => {
  const registrationId = newId()
  bed.answers.confirmations.set(
    registrationId,
    done({
      cityId: 'mitaka',
      name: '佐藤 一郎',
      mail: 'ichiro@example.jp',
      language: 'en' as const,
      content: { kind: 'already-registered' as const },
    }),
  )
  await bed.tell(registrationStarted, { registrationId, cityId: 'mitaka' })
  const mail = await bed.mailTo('ichiro@example.jp')
  expect(mail.text).toContain('The address is registered already')
  expect(mail.text).not.toContain('#token')
  expect(await bed.row(registrationId)).toMatchObject({ kind: 'confirm-registration' })
})
