import type { Actor } from '@asaichi/contract/actor.ts'
import { confirmRegistration, register } from '@asaichi/contract/identity/account.ts'
import { requestMailChange } from '@asaichi/contract/identity/mail-change.ts'
import { applyPermission, getPermission } from '@asaichi/contract/identity/permission.ts'
import { changeProfile, getProfile, setLanguage } from '@asaichi/contract/identity/profile.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import {
  confirmToken,
  imported,
  loggedIn,
  loginOf,
  newcomer,
  PASSWORD,
  publishCity,
  registered,
  startIdentityBed,
} from './identity-bed.ts'

const STOP = {
  from: '2024-11-03',
  fromTime: '00:00',
  to: '2024-11-05',
  toTime: '08:30',
  text: '点検のため休みます。',
}
const detail = {
  text: STOP.text,
  stoppedFrom: '2024-11-02T15:00:00.000Z',
  stoppedUntil: '2024-11-04T23:30:00.000Z',
}
const refused = { ok: false, refusal: { code: 'service-stopped', detail } }

const bed = await forThisFile(startIdentityBed())

test('G14: in a stop nobody registers, applies or changes what the city keeps; who logs in or has begun goes on', async () => {
  const who = await imported(bed)
  const begun = await registered(bed, newcomer())
  await publishCity(bed, { cityId: 'mitaka', loginKinds: ['mail'], version: 2, serviceStops: [STOP] })
  await bed.quiet()
  await bed.at('2024-11-03T03:00:00.000Z')
  const actor: Actor = { personId: who.personId, role: 'resident', cityId: 'mitaka' }
  const acts = [
    bed.call(register, newcomer()),
    bed.call(applyPermission, { actor, cityId: 'mitaka' }),
    bed.call(changeProfile, { actor, changes: { phone: '090-9999-0000' } }),
    bed.call(requestMailChange, { actor, mail: 'new@example.jp', currentPassword: PASSWORD }),
  ]
  expect(await Promise.all(acts)).toEqual(acts.map(() => refused))
  expect(valueOf(await bed.call(getProfile, { actor })).phone).toBe(who.phone)
  expect(valueOf(await bed.call(getPermission, { actor, cityId: 'mitaka' })).status).toBe('none')
  const going = [
    bed.call(setLanguage, { actor, language: 'en' }),
    bed.call(confirmRegistration, { token: await confirmToken(bed, begun) }),
    bed.call(applyPermission, { actor, cityId: 'sapporo' }),
  ]
  expect(await Promise.all(going)).toMatchObject(going.map(() => ({ ok: true })))
  expect((await loggedIn(bed, loginOf(who))).session.personId).toBe(who.personId)
  await bed.at(detail.stoppedUntil)
  expect(await bed.call(applyPermission, { actor, cityId: 'mitaka' })).toMatchObject({ ok: true })
})
