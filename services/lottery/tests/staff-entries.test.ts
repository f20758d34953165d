import { getEntry, listMyEntries, staffActed } from '@asaichi/contract/lottery/entries.ts'
import { enterFor, getRoundsToday } from '@asaichi/contract/lottery/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { EVERYDAY_EVENT } from '@asaichi/testkit/everyday-event.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { CLOSES, HOUR, staff, staffElsewhere, startLotteryBed, wishOf } from './lottery-bed.ts'

const bed = await forThisFile(startLotteryBed())

test('G13: staff enter for a caller, who sees it; the same key is one entry, and the caller’s rules hold', async () => {
  const caller = await bed.person()
  const asked = {
    actor: staff,
    personId: caller.personId,
    key: newId(),
    form: { ...EVERYDAY_EVENT, wishes: [wishOf()] },
  }
  const entered = await bed.call(enterFor, asked)
  expect(entered).toMatchObject({ value: { personId: caller.personId, enteredBy: 'staff' } })
  expect(await bed.call(enterFor, asked)).toEqual(entered)
  expect(await bed.call(listMyEntries, { actor: caller })).toMatchObject({
    value: { items: [{ enteredBy: 'staff' }] },
  })
  expect(await bed.call(enterFor, { ...asked, key: newId() })).toMatchObject({
    refusal: { code: 'overlaps-own-entry' },
  })
  expect(await bed.enter(caller, { wish: { from: '12:00', to: '13:00' } }, asked.key)).toMatchObject({
    value: { enteredBy: 'resident' },
  })
  const { entryId } = entered.ok ? entered.value : { entryId: '' }
  expect(await bed.facts.waitFor(staffActed, fact => fact.aboutId === entryId)).toMatchObject({
    act: 'enter-for',
    staffId: staff.personId,
    personId: caller.personId,
  })
  const [row] = await bed.sql(`select entered_by from lottery.entries where entered_by is not null`)
  expect(row).toEqual({ entered_by: staff.personId })
})

test('G13: residents, staff elsewhere and strangers’ ids enter nothing', async () => {
  const caller = await bed.person()
  const applied = await bed.person('applied')
  const asked = {
    actor: staff,
    personId: caller.personId,
    key: newId(),
    form: { ...EVERYDAY_EVENT, wishes: [wishOf()] },
  }
  expect(await bed.call(enterFor, { ...asked, actor: caller })).toMatchObject({
    refusal: { code: 'not-allowed' },
  })
  expect(await bed.call(enterFor, { ...asked, actor: staffElsewhere })).toMatchObject({
    refusal: { code: 'unknown-listing' },
  })
  expect(await bed.call(enterFor, { ...asked, personId: newId() })).toMatchObject({
    refusal: { code: 'not-found' },
  })
  expect(await bed.call(enterFor, { ...asked, personId: applied.personId })).toMatchObject({
    refusal: { code: 'not-approved' },
  })
})

test('M19: an entry is shown with its round and how many want the same span, to its owner and the city’s staff', async () => {
  const [one, two] = await bed.people(2)
  if (!one || !two) throw new Error('nobody')
  const wish = { from: '15:00', to: '16:00' }
  const { entryId } = await bed.entered(one, { wish })
  await bed.entered(two, { wish })
  const shown = { value: { entryId, status: 'entered', round: { status: 'open' }, wishCounts: [2] } }
  expect(await bed.call(getEntry, { actor: one, entryId })).toMatchObject(shown)
  expect(await bed.call(getEntry, { actor: staff, entryId })).toMatchObject(shown)
  for (const actor of [two, staffElsewhere])
    expect(await bed.call(getEntry, { actor, entryId })).toMatchObject({ refusal: { code: 'not-found' } })
  await bed.at(CLOSES)
  expect(await bed.call(getEntry, { actor: one, entryId })).toMatchObject({
    value: { status: 'entered', wishCounts: null },
  })
})

test('M18: the staff’s day counts open rounds and shows the draws of today', async () => {
  const before = await bed.call(getRoundsToday, { actor: staff })
  expect(before).toMatchObject({ value: { items: [{ drawAt: HOUR }] } })
  if (!before.ok) throw new Error(before.refusal.code)
  expect(before.value.open).toBeGreaterThan(0)
  expect(await bed.call(getRoundsToday, { actor: staffElsewhere })).toEqual({
    ok: true,
    value: { open: 0, items: [] },
  })
  expect(await bed.call(getRoundsToday, { actor: await bed.person() })).toMatchObject({
    refusal: { code: 'not-allowed' },
  })
})
