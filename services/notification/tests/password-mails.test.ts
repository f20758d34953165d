import { done, refuse } from '@asaichi/contract/define.ts'
import { passwordChanged, passwordHelpAsked } from '@asaichi/contract/identity/password.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newcomer, type Scene, startScene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await startScene()
  await scene.bed.at('2024-11-03T05:02:30.000Z')
})
afterAll(() => scene[Symbol.asyncDispose]())

async function settled(subjectId: string): Promise<string> {
  return eventually(async () => {
    const { status } = await scene.row(subjectId)
    if (status === 'waiting') throw new Error('not settled yet')
    return status
  })
}

test('A, S9: the temporary password in the language of its owner, and in no subject and no row', async () => {
  const helpId = newId()
  const mail = `a${helpId}@example.jp`
  const content = { password: 'abcdefghjkmnpqrs', expiresAt: '2024-11-03T05:32:30.000Z' }
  scene.answers.helps.set(
    helpId,
    done({ cityId: 'mitaka', name: 'Anna Lee', mail, language: 'en' as const, ...content }),
  )
  await scene.tell(passwordHelpAsked, { helpId, cityId: 'mitaka' })
  const sent = await scene.mailTo(mail)
  expect(sent.subject).toBe('[三鷹市] Your temporary password')
  expect(sent.text).toContain('Temporary password: abcd-efgh-jkmn-pqrs')
  expect(sent.headers['content-language']).toBe('en')
  expect(JSON.stringify(await scene.bed.sql('select * from notification.mails'))).not.toContain('abcd')
})

test('A: a request that matched nobody, and one that is too late, are dropped alike', async () => {
  const [nobody, late] = [newId(), newId()]
  scene.answers.helps.set(late, refuse('expired'))
  for (const helpId of [nobody, late]) await scene.tell(passwordHelpAsked, { helpId, cityId: 'mitaka' })
  expect([await settled(nobody), await settled(late)]).toEqual(['dropped', 'dropped'])
})

test('P: who changed a password is told so, once for each change', async () => {
  const { personId, mail } = newcomer(scene)
  const changes = [newId(), newId()]
  for (const changeId of [...changes, ...changes])
    await scene.tell(passwordChanged, { changeId, personId, cityId: 'mitaka' })
  for (const changeId of changes) expect(await settled(changeId)).toBe('sent')
  const mails = await scene.mailsTo(mail)
  expect(mails.map(each => each.subject)).toEqual(
    Array.from({ length: 2 }, () => '【三鷹市】パスワードが変わりました'),
  )
})
