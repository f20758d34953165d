import { ImportedPerson } from '@asaichi/contract/identity/import.ts'
import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { birthDateIn } from './birth-date.ts'

/** `line` from 1, as an editor counts; a line break within quotes counts too. Never a value: these are people's data. */
export type LineFault = { readonly line: number; readonly column: string; readonly says: string }
export type ReadPerson = { readonly line: number; readonly person: ImportedPerson }
export type ReadPeople =
  | { readonly ok: true; readonly people: readonly ReadPerson[] }
  | { readonly ok: false; readonly faults: readonly LineFault[] }

const ROLES: Readonly<Record<string, string>> = {
  '': 'resident',
  住民: 'resident',
  職員: 'staff',
  管理者: 'admin',
}
const PERMISSIONS: Readonly<Record<string, string>> = {
  '': 'none',
  未申請: 'none',
  申請中: 'applied',
  承認: 'approved',
}
const LANGUAGES: Readonly<Record<string, string>> = {
  '': 'ja',
  日本語: 'ja',
  やさしい日本語: 'ja-easy',
  英語: 'en',
}

const as = (words: Readonly<Record<string, string>>) => (text: string) => words[text] ?? text
const same = (text: string) => text

/** The columns of a list of people, by the words of its first line, in any order; the last four may be missing. */
const COLUMNS = {
  利用者番号: { field: 'memberNumber', read: same, needed: true },
  氏名: { field: 'name', read: same, needed: true },
  フリガナ: { field: 'kana', read: same, needed: true },
  生年月日: { field: 'birthDate', read: birthDateIn, needed: true },
  郵便番号: { field: 'postalCode', read: same, needed: true },
  住所: { field: 'address', read: same, needed: true },
  電話番号: { field: 'phone', read: same, needed: true },
  メールアドレス: { field: 'mail', read: same, needed: true },
  役割: { field: 'role', read: as(ROLES), needed: false },
  利用承認: { field: 'permission', read: as(PERMISSIONS), needed: false },
  言語: { field: 'language', read: as(LANGUAGES), needed: false },
  利用者区分: { field: 'userClass', read: (text: string) => text || undefined, needed: false },
} as const satisfies Readonly<
  Record<string, { field: keyof ImportedPerson; read: (text: string) => string | undefined; needed: boolean }>
>

const Rows = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }))
const MOST_FAULTS = 200

/** Reads a list of people in CSV, or tells what is wrong with it, line by line and by the words of its columns. */
export function readPeople(text: string): ReadPeople {
  const rows = rowsOf(text)
  if (!Array.isArray(rows)) return { ok: false, faults: [rows] }
  const [head, ...rest] = rows
  const places = Object.entries(COLUMNS).map(([word, column]) => {
    return { word, ...column, at: head?.record.findIndex(cell => cell.trim() === word) ?? -1 }
  })
  const missing = places.filter(({ at, needed }) => needed && at < 0)
  if (missing.length > 0)
    return {
      ok: false,
      faults: missing.map(({ word }) => ({ line: 1, column: word, says: 'no such column' })),
    }
  const read = rest.map(({ record, info: { lines } }) => {
    const told = Object.fromEntries(
      places.map(({ field, read: of, at }) => [field, of(record[at]?.trim() ?? '')]),
    )
    return { line: lines, person: ImportedPerson.safeParse(told) }
  })
  const wordOf = (field: unknown) => places.find(place => place.field === field)?.word ?? ''
  const faults = read.flatMap(({ line, person }) => {
    const says = new Map<string, string>()
    // The first of a cell: what follows is found wrong for the same reason.
    for (const { path, message } of person.error?.issues ?? [])
      if (!says.has(wordOf(path[0]))) says.set(wordOf(path[0]), message)
    return [...says].map(([column, message]) => ({ line, column, says: message }))
  })
  const people = read.flatMap(({ line, person }) => (person.success ? [{ line, person: person.data }] : []))
  const all = [
    ...faults,
    ...twice(people, 'memberNumber', '利用者番号'),
    ...twice(people, 'mail', 'メールアドレス'),
  ]
  if (all.length > 0)
    return { ok: false, faults: all.toSorted((a, b) => a.line - b.line).slice(0, MOST_FAULTS) }
  return { ok: true, people }
}

function rowsOf(text: string): z.output<typeof Rows> | LineFault {
  try {
    return Rows.parse(
      parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true }),
    )
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1
    return {
      line,
      column: '',
      says: 'not readable as CSV: a quote is open or stands in the middle of a cell',
    }
  }
}

function twice(
  people: readonly ReadPerson[],
  field: 'memberNumber' | 'mail',
  column: string,
): readonly LineFault[] {
  const first = new Map<string, number>()
  return people.flatMap(({ line, person }) => {
    const before = first.get(person[field].toLowerCase())
    if (before === undefined) first.set(person[field].toLowerCase(), line)
    return before === undefined ? [] : [{ line, column, says: `the same as in line ${before}` }]
  })
}
