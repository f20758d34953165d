import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { wholeContract } from './whole-contract.ts'

const SAMPLES = new URL('../samples/', import.meta.url)
const { events } = await wholeContract()

// A sample is never edited once its version has been released: what no longer fits it is a new version.
test.each(events.map(event => [event.subject, event] as const))(
  'the sample of %s is still read, and nothing of it is lost',
  async (subject, event) => {
    const sample: unknown = JSON.parse(await readFile(new URL(`${subject}.json`, SAMPLES), 'utf8'))
    expect(event.data.parse(sample)).toMatchObject(Object(sample))
  },
)

test('every event has a sample and every sample an event', async () => {
  const samples = (await readdir(SAMPLES)).map(name => name.replace(/\.json$/, ''))
  expect(samples.toSorted()).toEqual(events.map(event => event.subject).toSorted())
})
