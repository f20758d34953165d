import { readFile } from 'node:fs/promises'
import type { Call } from '@asaichi/bus/call.ts'
import type { RefusalOf } from '@asaichi/contract/define.ts'
import { importPeople, MOST_IMPORTED } from '@asaichi/contract/identity/import.ts'
import { Missing } from '../init/missing.ts'
import { decodeText } from './decode-text.ts'
import { type ReadPerson, readPeople } from './read-people.ts'

const DEADLINE_MS = 60_000

export type Imported = { readonly imported: number; readonly known: readonly ReadPerson[] }

/** The people of a file, or an end with a line for each thing that is wrong with it: `FILE:12 生年月日: …`. Values are never told. */
export async function peopleIn(file: string): Promise<readonly ReadPerson[]> {
  const bytes = await readFile(file).catch(() => {
    throw new Missing(`There is no file ${file}, or it cannot be read.`)
  })
  const text = decodeText(bytes)
  if (text === undefined) throw new Missing(`${file} is neither UTF-8 nor Shift_JIS.`)
  const read = readPeople(text)
  if (read.ok) return read.people
  throw new Missing(
    read.faults
      .map(({ line, column, says }) => `${file}:${line} ${column}${column === '' ? '' : ': '}${says}`)
      .join('\n'),
  )
}

/** Brings them in, 500 at a time, all or none of each; after an interruption the same file brings in the rest. */
export async function importAll(
  call: Call,
  people: readonly ReadPerson[],
  { cityId, dryRun }: { readonly cityId: string; readonly dryRun: boolean },
): Promise<Imported> {
  let imported = 0
  const known: ReadPerson[] = []
  for (let from = 0; from < people.length; from += MOST_IMPORTED) {
    const some = people.slice(from, from + MOST_IMPORTED)
    const input = { cityId, dryRun, people: some.map(({ person }) => person) }
    const outcome = await call(importPeople, input, { deadlineMs: DEADLINE_MS })
    if (!outcome.ok) throw new Missing(sentence(outcome.refusal, { cityId, imported }))
    imported += outcome.value.imported
    const numbers = new Set(outcome.value.known)
    known.push(...some.filter(({ person }) => numbers.has(person.memberNumber)))
  }
  return { imported, known }
}

function sentence(
  refusal: RefusalOf<(typeof importPeople)['refusals']>,
  { cityId, imported }: { readonly cityId: string; readonly imported: number },
): string {
  switch (refusal.code) {
    case 'unknown-city':
      return `The town has no city ${cityId}: put it first (npm run city -- apply FILE).`
    case 'unknown-class':
      return `${cityId} has no class ${refusal.detail.userClass} (利用者区分): ${imported} were brought in; put the class first, then give the same file again.`
    case 'password-work-full':
      return `Too many people are logging in just now: ${imported} were brought in; give the same file again later for the rest.`
    default:
      return refusal satisfies never
  }
}
