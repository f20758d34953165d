import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { verifyChain } from '@asaichi/audit/chain.ts'
import { readAnchors } from '@asaichi/audit/heads.ts'
import { listAuditLog } from '@asaichi/contract/lottery/rounds.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CLOSES, type LotteryBed, startLotteryBed } from './lottery-bed.ts'

let dir: string
let bed: LotteryBed
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'asaichi-anchor-'))
  bed = await startLotteryBed({ anchorFile: path.join(dir, 'anchor') })
})
afterAll(async () => {
  await bed[Symbol.asyncDispose]()
  await rm(dir, { recursive: true, force: true })
})

async function log() {
  const outcome = await bed.call(listAuditLog, { limit: 500 })
  return outcome.ok ? outcome.value.items : []
}

test('V4: the head is copied out as it moves; a log that is cut short afterwards is found out', async () => {
  await bed.entered(await bed.person())
  const anchors = () => readAnchors(path.join(dir, 'anchor'))
  const reached = () =>
    eventually(async () => expect((await anchors()).at(-1)?.seq).toBe((await log()).at(-1)?.seq))
  await reached()
  await appendFile(path.join(dir, 'anchor'), '{"seq":9')
  await bed.at(CLOSES)
  await reached()
  expect(verifyChain(await log(), await anchors())).toEqual({ status: 'whole' })
  await bed.sql('delete from lottery.audit_log where seq = (select max(seq) from lottery.audit_log)')
  expect(verifyChain(await log())).toEqual({ status: 'whole' })
  expect(verifyChain(await log(), await anchors())).toMatchObject({
    status: 'broken',
    why: 'not-as-anchored',
  })
})
