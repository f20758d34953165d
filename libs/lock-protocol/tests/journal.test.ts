import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Journal } from '@asaichi/lock-protocol/journal.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'))
})
afterEach(() => rm(folder, { recursive: true }))

function open(entriesMax = 100) {
  return Journal.open({ path: join(folder, 'j.jsonl'), schema: z.number(), entriesMax })
}
function keysOf(journal: Journal<number>) {
  return journal.oldest(1_000).map(each => each.key)
}

test('what was appended and not removed is there after a restart, in order', async () => {
  await using first = await open()
  await Promise.all(['a', 'b', 'c', 'd'].map((key, at) => first.append(key, at)))
  await first.remove('b')
  await using second = await open()
  expect(second.oldest(10)).toEqual([
    { key: 'a', value: 0 },
    { key: 'c', value: 2 },
    { key: 'd', value: 3 },
  ])
})

test('a key that is there already changes nothing', async () => {
  await using journal = await open()
  await journal.append('a', 1)
  await journal.append('a', 2)
  expect(journal.oldest(10)).toEqual([{ key: 'a', value: 1 }])
})

test('a line cut by a crash is nothing, and the next line is whole', async () => {
  await using first = await open()
  await first.append('a', 1)
  await appendFile(join(folder, 'j.jsonl'), '{"key":"torn","val')
  await first.append('b', 2)
  await using second = await open()
  expect(keysOf(second)).toEqual(['a', 'b'])
})

test('one too many drops the oldest and counts it', async () => {
  await using first = await open(3)
  for (const key of ['a', 'b', 'c', 'd', 'e']) await first.append(key, 0)
  expect(keysOf(first)).toEqual(['c', 'd', 'e'])
  expect(first.dropped).toBe(2)
  await using second = await open(3)
  expect(keysOf(second)).toEqual(['c', 'd', 'e'])
})

test('the file stays in proportion to what it holds', async () => {
  await using journal = await open()
  for (let round = 0; round < 30; round += 1) {
    const keys = Array.from({ length: 50 }, (_, at) => `${round}-${at}`)
    await Promise.all(keys.map(key => journal.append(key, 0)))
    await Promise.all(keys.map(key => journal.remove(key)))
  }
  await journal.append('last', 7)
  expect((await readFile(join(folder, 'j.jsonl'), 'utf8')).length).toBeLessThan(60_000)
  await using again = await open()
  expect(keysOf(again)).toEqual(['last'])
})

test('cleared means empty, after a restart as well', async () => {
  await using first = await open()
  await first.append('a', 1)
  await first.clear()
  await first.append('b', 2)
  await using second = await open()
  expect(keysOf(second)).toEqual(['b'])
})
