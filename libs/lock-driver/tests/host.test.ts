import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createLog } from '@asaichi/service/log.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { expect, test } from 'vitest'
import { openStage } from '../src/contract/stage.ts'
import type { LockDriver } from '../src/driver.ts'
import { simOptions, simSubject } from '../src/simulated/sim-subject.ts'

const log = createLog('host', 'silent')

/** A stage on which every write is first told to `hear`. */
async function stageWith(hear: (ledger: () => Promise<string>) => Promise<void>) {
  const folder = await ownFolder()
  const ledger = () => readFile(path.join(folder, 'ledger.json'), 'utf8')
  const wrong = (driver: LockDriver): LockDriver => ({
    ...driver,
    async write(slot, code) {
      const answer = await driver.write(slot, code)
      await hear(ledger)
      return answer
    },
    [Symbol.asyncDispose]: async () => {},
  })
  const subject = simSubject(simOptions(), { folder, wrong })
  return { subject, stage: await openStage(subject, log) }
}

test('the ledger is on the disk before the lock has answered, and holds no digits', async () => {
  const written: string[] = []
  const { stage } = await stageWith(async ledger => void written.push(await ledger()))
  const code = stage.code('A', { from: '00:30', to: '01:00' })
  await stage.bring([code])
  expect(written).toHaveLength(1)
  expect(written[0]).toContain('"codeId":"A"')
  expect(written[0]).toContain('"phase":"writing"')
  expect(written[0]).not.toContain(code.digits)
})

test('a write that was cut off before its answer is found again, and not made twice', async () => {
  const { stage, subject } = await stageWith(async () => {
    throw new Error('power cut')
  })
  const code = stage.code('A', { from: '00:30', to: '01:00' })
  expect(await stage.bring([code])).toBe('silent')
  await stage.restart()
  expect(await stage.bring([code])).toBe('settled')
  expect(stage.sent).toEqual([code.digits])
  expect([...subject.lock.held.values()].map(({ digits }) => digits)).toContain(code.digits)
})

test('a code set at the keypad is told once, with its place and without its digits', async () => {
  const { stage, subject } = await stageWith(async () => {})
  await stage.bring([])
  subject.lock.setByHand(4, '5555')
  stage.host().lookAgain()
  await stage.bring([])
  await stage.bring([])
  expect(stage.facts.slice(1)).toEqual([{ type: 'foreign-code', slot: 4 }])
  expect(stage.host().foreign()).toEqual([2, 4])
})

test('a ledger that cannot be read stops the bridge: our codes would look like somebody else’s', async () => {
  const folder = await ownFolder()
  await writeFile(path.join(folder, 'ledger.json'), '{"entries":')
  await expect(openStage(simSubject(simOptions(), { folder }), log)).rejects.toThrow()
})
