import { done } from '@asaichi/contract/define.ts'
import { memberInvited } from '@asaichi/contract/identity/team.ts'
import { INSTALLATION } from '@asaichi/contract/installation.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { startNotificationBed } from './notification-bed.ts'

const bed = await forThisFile(startNotificationBed())
await bed.at('2024-11-03T05:02:30.000Z')

async function invited(cityId: string, role: 'staff' | 'operator') {
  const invitationId = newId()
  const mail = `i${invitationId}@example.jp`
  const facts = { token: 'a.token+b', expiresAt: '2024-11-06T05:02:30.000Z', language: 'ja' as const }
  bed.answers.invitations.set(invitationId, done({ cityId, name: mail, mail, role, ...facts }))
  await bed.tell(memberInvited, { invitationId, cityId })
  return bed.mailTo(mail)
}

test('S, V9: an invitation brings the link once to whom it is for, and no row keeps it', async () => {
  const sent = await invited('mitaka', 'staff')
  expect(sent.subject).toBe('【三鷹市】職員としての招待')
  expect(sent.text).toContain('/invitation#token=a.token%2Bb')
  expect(sent.text).toContain('11月6日（水）14:02まで使えます')
  expect(JSON.stringify(await bed.sql('select * from notification.mails'))).not.toContain('token')
})

test('S, V9: an operator’s is signed by the installation, which has no desk to ask', async () => {
  const { subject, text } = await invited(INSTALLATION, 'operator')
  expect(subject).toBe('【朝一】運用者としての招待')
  expect(text).not.toMatch(/電話|窓口|undefined|null/)
})

test('S, V9: an invitation that was withdrawn before its mail went out is not mailed', async () => {
  const invitationId = newId()
  await bed.tell(memberInvited, { invitationId, cityId: 'mitaka' })
  await eventually(async () => expect((await bed.row(invitationId)).status).toBe('dropped'))
})
