import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Chunks that many areas share, the first that holds a source wins: `folder/` is the sources right in it. */
const CHUNKS = {
  start: ['main.ts'],
  texts: ['i18n/other-texts.ts'],
  app: ['app.tsx', 'shell/', 'api/', 'i18n/'],
  forms: ['forms/', 'ui/form/', 'lib/range.ts'],
  times: ['screens/availability/listing/', 'forms/press/press-once.ts'],
  month: [
    'ui/calendar/',
    'screens/availability/listing-month.tsx',
    'screens/availability/use-choice.ts',
    'screens/availability/use-own-bookings.ts',
    'lib/own-times.ts',
  ],
  steps: ['ui/steps/'],
  states: ['ui/state/', 'records/reason-key.ts'],
  own: ['screens/own/', 'records/place-name.tsx', 'records/booked-options.tsx'],
  person: [
    'ui/person/',
    'lib/normalise.ts',
    'screens/account/checks.ts',
    'screens/account/no-mail.tsx',
    'screens/account/use-step.ts',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>

/**
 * Groups for `output.codeSplitting`. Each request costs a poor net 300 ms, and an old connection carries six at once: what many
 * areas share is a few chunks.
 */
export function sharedChunks(sources: string) {
  const groups = Object.entries(CHUNKS)
  return groups.map(([name, places], index) => {
    const files: ReadonlySet<string> = new Set(places.flatMap(place => filesAt(sources, place)))
    return { name, test: (id: string) => files.has(id), priority: groups.length - index }
  })
}

/** A place that is no longer there stops the build: what was shared would silently be in every area. */
function filesAt(sources: string, place: string): readonly string[] {
  const path = join(sources, place)
  if (!existsSync(path)) throw new Error(`chunks.ts names ${place}, which is not in ${sources}`)
  if (!place.endsWith('/')) return [path]
  const files = readdirSync(path, { withFileTypes: true }).filter(entry => entry.isFile())
  return files.map(file => join(path, file.name))
}
