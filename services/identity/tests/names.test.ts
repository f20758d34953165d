import type { Actor } from '@asaichi/contract/actor.ts'
import { listNames } from '@asaichi/contract/identity/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { actor, codeOf, imported, startIdentityBed, valueOf } from './identity-bed.ts'

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
        memberNumber: expect.stringMatching(/^\d{7}$/),
      },
    ],
  })
  const resident: Actor = { personId, role: 'resident', cityId: 'mitaka' }
  expect(codeOf(await bed.call(listNames, { ...asked, actor: resident }))).toBe('not-allowed')
})
