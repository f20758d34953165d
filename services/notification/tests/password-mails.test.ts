import { done, refuse } from '@asaichi/contract/define.ts'
import { deviceRemembered } from '@asaichi/contract/identity/login.ts'
import { passwordChanged, passwordHelpAsked } from '@asaichi/contract/identity/password.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type NotificationBed, newcomer, startNotificationBed } from './notification-bed.ts'
import { settled } from './settled.ts'

let bed: NotificationBed
beforeAll(async () => {
  bed = await startNotificationBed()
  await bed.at('2024-11-03T05:02:30.000Z')
})
afterAll(() => bed[Symbol.asyncDispose]())

test('A, S9: the temporary password in the language of its owner, and in no subject and no row', async () => {
  const helpId = newId()
  const mail = `a${helpId}@example.jp`
  const content = { password: 'abcdefghjkmnpqrs', expiresAt: '2024-11-03T05:32:30.000Z' }
  bed.answers.helps.set(
    helpId,
    done({ cityId: 'mitaka', name: 'Anna Lee', mail, language: 'en' as const, ...content }),
  )
  await bed.tell(passwordHelpAsked, { helpId, cityId: 'mitaka' })
  const sent = await bed.mailTo(mail)
  expect(sent.subject).toBe('[三鷹市] Your temporary password')
  expect(sent.text).toContain('Temporary password: abcd-efgh-jkmn-pqrs')
  expect(sent.headers['content-language']).toBe('en')
  expect(JSON.stringify(await bed.sql('select * from notification.mails'))).not.toContain('abcd')
})

test('A: a request that matched nobody, and one that is too late, are dropped alike', async () => {
  const [nobody, late] = [newId(), newId()]
  bed.answers.helps.set(late, refuse('expired'))
  for (const helpId of [nobody, late]) await bed.tell(passwordHelpAsked, { helpId, cityId: 'mitaka' })
  for (const helpId of [nobody, late]) await settled(bed, helpId, 'dropped')
})

test('P: who changed a password is told so, once for each change', async () => {
  const { personId, mail } = newcomer(bed)
  const changes = [newId(), newId()]
  for (const changeId of [...changes, ...changes])
    await bed.tell(passwordChanged, { changeId, personId, cityId: 'mitaka' })
  for (const changeId of changes) await settled(bed, changeId, 'sent')
  const mails = await bed.mailsTo(mail)
  expect(mails.map(each => each.subject)).toEqual(
    Array.from({ length: 2 }, () => '【三鷹市】パスワードが変わりました'),
  )
})

test('P: a login that stays on a device the account did not know is told to its owner, once', async () => {
  const { personId, mail } = newcomer(bed)
  const loginId = newId()
  for (const told of [loginId, loginId])
    await bed.tell(deviceRemembered, { loginId: told, personId, cityId: 'mitaka' })
  await settled(bed, loginId, 'sent')
  expect((await bed.mailsTo(mail)).map(each => each.subject)).toEqual([
    '【三鷹市】新しい端末でログインがありました',
  ])
})
