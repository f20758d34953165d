import { CityFile } from '@asaichi/contract/catalog/city-file.ts'
import { unknownKeys } from '@asaichi/contract/unknown-keys.ts'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { placeIn } from './place-in.ts'

/** Something in a file that cannot be taken as it is: where, and why. Lines and columns from 1. */
export type Fault = {
  readonly line: number
  readonly column: number
  /** `venues[0].hours.tue.opens`; empty for the file as a whole. */
  readonly path: string
  readonly says: string
}
export type ReadCityFile =
  | { readonly ok: true; readonly file: CityFile }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** What travels to the catalogue in one message, with room for what is around it. */
const MOST_CHARACTERS = 300_000
const MOST_FAULTS = 50

/** Reads a city's YAML, or tells all that is wrong with it. A name that means nothing is a fault too: it is a slip of the pen. */
export function readCityFile(text: string): ReadCityFile {
  if (text.length > MOST_CHARACTERS)
    return fault(
      `longer than ${MOST_CHARACTERS} characters: give some of the venues to a second file of the same city`,
    )
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  // What follows from the first is found wrong only because of it.
  const [broken] = document.errors
  if (broken) return faults([{ ...at(broken.pos[0]), path: '', says: broken.message }])
  const told = valueOf(document)
  if (!told.ok) return fault(told.says)
  const read = CityFile.safeParse(told.value)
  const wrong = read.success
    ? unknownKeys(told.value, read.data).map(path => ({ path, says: 'no such setting' }))
    : read.error.issues.map(issue => ({ path: issue.path, says: saying(issue) }))
  if (read.success && wrong.length === 0) return { ok: true, file: read.data }
  return faults(
    wrong.map(({ path, says }) => ({ ...at(placeIn(document, path)), path: pathText(path), says })),
  )
}

function valueOf(document: ReturnType<typeof parseDocument>) {
  try {
    return { ok: true, value: document.toJS() as unknown } as const
  } catch (error) {
    // More aliases than a city has use for.
    return { ok: false, says: error instanceof Error ? error.message : String(error) } as const
  }
}

function saying(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined)
    return `${issue.discriminator} is none of those there are`
  return issue.message
}

function fault(says: string): ReadCityFile {
  return faults([{ line: 1, column: 1, path: '', says }])
}

function faults(all: readonly Fault[]): ReadCityFile {
  const sorted = all.toSorted((a, b) => a.line - b.line || a.column - b.column)
  return { ok: false, faults: sorted.slice(0, MOST_FAULTS) }
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, nr) => (typeof part === 'number' ? `[${part}]` : `${nr > 0 ? '.' : ''}${String(part)}`))
    .join('')
}
