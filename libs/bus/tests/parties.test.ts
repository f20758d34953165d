import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Event, Request } from '@asaichi/contract/define.ts'
import { ALL_SERVICES } from '@asaichi/contract/town/town.ts'
import { expect, test } from 'vitest'
import { type Doings, factsOf, INSIDE, PARTIES, producerOf } from '../src/parties.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const IMPORT = /import (?:type )?(?:\{([^}]*)\}|\* as (\w+)) from '@asaichi\/contract\/([\w/-]+\.ts)'/g

test.each(ALL_SERVICES)(
  'A89: the line of %s names whom its sources ask and hear, and nobody else',
  async service => {
    const doings: Doings = PARTIES[service]
    const { requests, events } = await messagesIn(`services/${service}/src`)
    const asked = requests.filter(request => request.service !== service)
    const named = doings.asks === 'for-people' ? [] : (doings.asks ?? [])
    expect(subjectsOf(asked)).toEqual(subjectsOf(named))
    const foreign = events.filter(event => event.service !== service)
    const hears = doings.hears ?? []
    expect(new Set(foreign.map(event => event.service))).toEqual(new Set(hears.map(producerOf)))
    for (const heard of hears)
      if (typeof heard !== 'string')
        expect(subjectsOf(foreign.filter(event => event.service === producerOf(heard)))).toEqual(
          subjectsOf(factsOf(heard)),
        )
  },
)

test('A89: the front door asks nothing that only processes inside ask', async () => {
  const { requests } = await messagesIn('gateway/api/src')
  expect(requests.length).toBeGreaterThan(40)
  expect(
    subjectsOf(requests.filter(request => INSIDE.some(each => each.subject === request.subject))),
  ).toEqual([])
})

type Messages = { readonly requests: readonly Request[]; readonly events: readonly Event[] }

/** The messages of the contract that sources name; one that is imported whole counts with what is used of it. */
async function messagesIn(folder: string): Promise<Messages> {
  const names = await readdir(path.join(ROOT, folder), { recursive: true })
  const sources = names.filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const found = await Promise.all(sources.map(name => namedIn(path.join(ROOT, folder, name))))
  const values = found.flat()
  return { requests: values.filter(isRequest), events: values.filter(isEvent) }
}

async function namedIn(file: string): Promise<readonly unknown[]> {
  const text = await readFile(file, 'utf8')
  const named = await Promise.all(
    [...text.matchAll(IMPORT)].map(async ([, some = '', whole, from]) => {
      const module: Readonly<Record<string, unknown>> = await import(`@asaichi/contract/${from}`)
      const names = whole === undefined ? some.split(',').map(nameOf) : usedOf(text, whole)
      return names.map(name => module[name])
    }),
  )
  return named.flat()
}

function nameOf(imported: string): string {
  return (
    imported
      .trim()
      .replace(/^type /, '')
      .split(' as ')[0] ?? ''
  )
}

function usedOf(text: string, whole: string): readonly string[] {
  return [...text.matchAll(new RegExp(`\\b${whole}\\.(\\w+)`, 'g'))].map(([, name = '']) => name)
}

function isRequest(value: unknown): value is Request {
  return typeof value === 'object' && value !== null && 'subject' in value && 'refusals' in value
}

function isEvent(value: unknown): value is Event {
  return typeof value === 'object' && value !== null && 'subject' in value && 'snapshot' in value
}

function subjectsOf(messages: readonly (Request | Event)[]): readonly string[] {
  return [...new Set(messages.map(message => message.subject))].toSorted()
}
