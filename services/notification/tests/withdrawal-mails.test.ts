import { done } from '@asaichi/contract/define.ts'
import { personWithdrawn } from '@asaichi/contract/identity/own-data.ts'
import { listMyMails } from '@asaichi/contract/notification/own-data.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { booking, newcomer, startNotificationBed, tellReceived } from './notification-bed.ts'

const bed = await forThisFile(startNotificationBed())

test('V11: the last mail says what is kept and goes to the address that was kept for it', async () => {
  const withdrawalId = newId()
  const mail = `w${withdrawalId}@example.jp`
  bed.answers.withdrawals.set(
    withdrawalId,
    done({ cityId: 'mitaka', name: '山田 花子', mail, language: 'ja' as const }),
  )
  await bed.tell(personWithdrawn, { withdrawalId, personId: newId(), cityId: 'mitaka' })
  const { subject, text, html } = await bed.mailTo(mail)
  expect(subject).toBe('【三鷹市】退会の手続きが終わりました')
  for (const body of [text, html])
    for (const words of ['消さずに残すもの', '帳簿', '抽選の公開の記録']) expect(body).toContain(words)
})

test('V10: one’s own mails are told by kind and time, and nobody else’s', async () => {
  const { personId, mail } = newcomer(bed)
  await tellReceived(bed, booking(bed, personId))
  await bed.mailTo(mail)
  const asked = (who: string) =>
    bed.call(listMyMails, { actor: { personId: who, role: 'resident', cityId: 'mitaka' } })
  await eventually(async () =>
    expect(await asked(personId)).toMatchObject({
      value: { items: [{ name: expect.stringContaining('申込み'), status: 'sent' }] },
    }),
  )
  expect(await asked(newId())).toMatchObject({ value: { items: [] } })
})
