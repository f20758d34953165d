import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')
const rows = rowsIn(read('docs/field.md'))

describe('docs/field.md', () => {
  test('names only files that are there, and titles that stand in them', () => {
    expect(rows.length).toBeGreaterThan(40)
    expect(rows.flatMap(({ id, shown }) => missing(shown).map(what => `${id}: ${what}`))).toEqual([])
  })

  test('has a line for every check of npm run field, and a check for every line that is played', () => {
    const checks = globSync('town/src/field/checks/*.ts', { cwd: ROOT }).flatMap(file => idsIn(read(file)))
    const played = rows.filter(row => row.played === 'yes').map(({ id }) => id)
    expect(new Set(checks)).toEqual(new Set(played))
  })

  test('says of every line what shows it, or why nothing does', () => {
    expect(rows.filter(row => row.shown === '' && row.played !== 'yes')).toEqual([])
  })
})

test('planted: a title that was reworded and a file that moved are found', () => {
  const self = 'lint/tests/field.test.ts'
  expect(missing(`\`${self}\` “names only files that are there” · \`lint/gone.test.ts\` “x”`)).toEqual([
    'lint/gone.test.ts is not there',
  ])
  const reworded = ['a title', 'of nobody'].join(' ')
  expect(missing(`\`${self}\` “${reworded}”`)).toEqual([`${self} has no title “${reworded}”`])
})

function rowsIn(page: string) {
  return [...page.matchAll(/^\| ([BW\d][\w.]*) \| [^|]+ \| (yes|–) \| ([^|]*) \|$/gm)].map(
    ([, id = '', played = '', shown = '']) => ({ id, played, shown: shown.trim() }),
  )
}

function missing(shown: string): readonly string[] {
  return [...shown.matchAll(/`([\w./-]+\/[\w./-]+)`(?: “([^”]+)”)?/g)].flatMap(([, file = '', title]) => {
    if (!existsSync(path.join(ROOT, file))) return [`${file} is not there`]
    return title === undefined || read(file).includes(title) ? [] : [`${file} has no title “${title}”`]
  })
}

function idsIn(text: string): readonly string[] {
  return [...text.matchAll(/\bid: '([\w.]+)'/g)].map(([, id = '']) => id)
}
