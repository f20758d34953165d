import { readdir } from 'node:fs/promises'
import type { Event, Request } from '../src/define.ts'
import { ALL_SERVICES, listParkedOf, progressOf, replayOutboxOf, replayParkedOf } from '../src/town/town.ts'

const SOURCES = new URL('../src/', import.meta.url)

/** Every request and event any file of the contract exports, found by looking, so that none can be forgotten. */
export async function wholeContract(): Promise<{
  readonly requests: readonly Request[]
  readonly events: readonly Event[]
}> {
  const names = await readdir(SOURCES, { recursive: true })
  const files = names.filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const modules: readonly Record<string, unknown>[] = await Promise.all(
    files.map(name => import(new URL(name, SOURCES).href)),
  )
  const exported = modules.flatMap(module => Object.values(module))
  return {
    requests: [...exported.filter(isRequest), ...ALL_SERVICES.flatMap(upkeepOf)],
    events: exported.filter(isEvent),
  }
}

function upkeepOf(service: (typeof ALL_SERVICES)[number]): readonly Request[] {
  return [progressOf, replayOutboxOf, listParkedOf, replayParkedOf].map(of => of(service))
}

function isRequest(value: unknown): value is Request {
  return hasSubject(value) && 'input' in value
}

function isEvent(value: unknown): value is Event {
  return hasSubject(value) && 'data' in value
}

function hasSubject(value: unknown): value is { readonly subject: unknown } {
  return typeof value === 'object' && value !== null && 'subject' in value
}
