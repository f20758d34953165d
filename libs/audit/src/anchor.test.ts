import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createLog } from '@asaichi/service/log.ts'
import { metrics } from '@asaichi/service/metrics.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { expect, test } from 'vitest'
import { type Anchored, startAuditAnchor } from './anchor.ts'
import { readAnchors, thinned } from './heads.ts'

test('V4: heads copied out are bounded: the newest all stay, of the older half every second one', () => {
  expect(thinned([1, 2, 3, 4, 5, 6, 7, 8])).toEqual([1, 3, 5, 6, 7, 8])
  expect(thinned([])).toEqual([])
})

test('V4: a file with as many heads as it may hold is thinned and goes on', async () => {
  const file = path.join(await ownFolder(), 'anchor')
  const line = (seq: number) => JSON.stringify({ seq, at: '2024-11-03T00:00:00.000Z', hash: hashOf(seq) })
  await writeFile(file, `${Array.from({ length: 5_000 }, (_, index) => line(index + 1)).join('\n')}\n`)
  await copyOnce({ seq: 5_001 }, file)
  const anchors = await readAnchors(file)
  expect(anchors).toHaveLength(3_751)
  expect(anchors[0]?.seq).toBe(1)
  expect(anchors.slice(-3).map(({ seq }) => seq)).toEqual([4_999, 5_000, 5_001])
})

test('V4: nothing is added to heads that the log does not have, and a figure says so', async () => {
  const file = path.join(await ownFolder(), 'anchor')
  await copyOnce({ seq: 3 }, file)
  const before = await readFile(file, 'utf8')
  expect(await metrics.metrics()).toContain('audit_copying_failing 0')
  await copyOnce({ seq: 4, forged: true }, file)
  expect(await readFile(file, 'utf8')).toBe(before)
  expect(await metrics.metrics()).toContain('audit_copying_failing 1')
})

test('V4: where no file is told the process logs its heads, which can be read again as a file of them', async () => {
  const lines: string[] = []
  const info = (fields: object) => {
    lines.push(JSON.stringify({ process: 'identity', ...fields, msg: 'audit head' }))
  }
  const log = Object.assign(createLog('test', 'silent'), { info })
  await startAuditAnchor(logOf({ seq: 3 }), log, { file: undefined })[Symbol.asyncDispose]()
  const file = path.join(await ownFolder(), 'collected')
  await writeFile(file, ['{"process":"identity","msg":"ready"}', ...lines].join('\n'))
  expect(await readAnchors(file)).toEqual([{ seq: 3, hash: hashOf(3) }])
})

type Asked = { readonly seq: number; readonly forged?: boolean }

async function copyOnce(asked: Asked, file: string): Promise<void> {
  await startAuditAnchor(logOf(asked), createLog('test', 'silent'), { file })[Symbol.asyncDispose]()
}

function logOf({ seq, forged = false }: Asked): Anchored {
  return {
    head: async () => ({ seq, at: '2024-11-03T00:00:00.000Z', hash: hashOf(seq) }),
    hashOf: async asked => hashOf(forged ? asked + 1 : asked),
  }
}

function hashOf(seq: number): string {
  return seq.toString(16).padStart(64, '0')
}
