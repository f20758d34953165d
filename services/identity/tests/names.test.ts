import type { Actor } from '@asaichi/contract/actor.ts'
import { listActs } from '@asaichi/contract/identity/profile.ts'
import { listNames } from '@asaichi/contract/identity/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { actor, imported, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())
const staff = await actor(bed, 'staff')

test('T3: staff read the names of their own city’s people, and of nobody else', async () => {
  const { personId } = await imported(bed, { name: '杉並 藤子', kana: 'スギナミ フジコ' })
  const { personId: foreign } = await imported(bed, { cityId: 'sapporo' })
  const asked = { actor: staff, personIds: [personId, foreign, newId()] }
  expect(valueOf(await bed.call(listNames, asked))).toEqual({
    items: [
      {
        personId,
        name: '杉並 藤子',
        kana: 'スギナミ フジコ',
        groupName: null,
        phone: null,
        memberNumber: expect.stringMatching(/^\d{7}$/),
      },
    ],
  })
  const resident: Actor = { personId, role: 'resident', cityId: 'mitaka' }
  expect(codeOf(await bed.call(listNames, { ...asked, actor: resident }))).toBe('not-allowed')
})

test('V4: telephone numbers of a day’s sheet are told to whom they belong, once an hour', async () => {
  const who = await imported(bed, { phone: '090-1111-2222' })
  const asked = { actor: staff, personIds: [who.personId], phones: true }
  for (let nr = 0; nr < 2; nr += 1)
    expect(valueOf(await bed.call(listNames, asked))).toMatchObject({ items: [{ phone: '090-1111-2222' }] })
  const owner: Actor = { personId: who.personId, role: 'resident', cityId: 'mitaka' }
  expect(valueOf(await bed.call(listActs, { actor: owner })).items).toMatchObject([
    { act: 'view-person', by: 'staff' },
  ])
})
