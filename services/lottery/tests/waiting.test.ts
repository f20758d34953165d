import { cancelRound } from '@asaichi/contract/lottery/staff.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { holdRows } from '@asaichi/testkit/held-rows.ts'
import { expect, test } from 'vitest'
import { staff, startLotteryBed } from './lottery-bed.ts'

const bed = await forThisFile(startLotteryBed())

async function roundHeld(roundId: string) {
  return await holdRows(bed.adminUrl, 'select 1 from lottery.rounds where round_id = $1 for update', [
    roundId,
  ])
}

test('A64: an entry waits for whoever moves its round', async () => {
  const actor = await bed.person()
  const { roundId } = await bed.round()
  await using held = await roundHeld(roundId)
  const entering = bed.enter(actor)
  await held.waitedForBy(/"rounds".* for share/s)
  await held.release()
  expect(await entering).toMatchObject({ ok: true })
})

test('M7: a suspension waits for whoever moves a round of that person, so that it comes before the freeze or after it', async () => {
  const actor = await bed.person()
  const { roundId } = await bed.entered(actor, { wish: { from: '11:00', to: '12:00' } })
  await using held = await roundHeld(roundId)
  const suspending = bed.setPermission(actor, 'suspended', 2)
  await held.waitedForBy(/from rounds .* for share/s)
  await held.release()
  await suspending
})

test('V4: who appends to the log waits for who does already, so that its chain has no fork', async () => {
  const round = await bed.round('2024-12-02')
  await using held = await holdRows(
    bed.adminUrl,
    `select pg_advisory_xact_lock(hashtext('lottery audit log'))`,
  )
  const cancelling = bed.call(cancelRound, { actor: staff, roundId: round.roundId, reason: '設備の点検' })
  await held.waitedForBy(/pg_advisory_xact_lock/)
  await held.release()
  expect(await cancelling).toMatchObject({ ok: true })
})
