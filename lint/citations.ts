/** A file by its path from the root of the repository. */
export type Source = { readonly path: string; readonly text: string }
export type Repository = {
  readonly docs: readonly Source[]
  readonly sources: readonly Source[]
  readonly exists: (path: string) => boolean
}

/** What is written like an id and is none. */
const NO_IDS: ReadonlyMap<string, string> = new Map([
  ['V8', 'the engine of Node and Chromium'],
  ['C1', 'a range of control characters'],
])
/** A longer range in a title is a story's, not a test of each of its rules. */
const LONGEST_RANGE = 4
const RULE = /^[SMGV]\d/
const TEST = /\.test\.tsx?$/
const JOURNEY = /^town\/src\/journey\//

/**
 * What is wrong with the ids and paths that code, tests and documents name, a sentence each: an id that no table defines or two
 * do, a rule without a test, a rule that is called "not yet" and has one, a path that leads nowhere.
 */
export function citationProblems({ docs, sources, exists }: Repository): readonly string[] {
  const rows = docs.flatMap(rowsOf)
  const defined = new Set(rows.map(({ id }) => id))
  const tested = new Set(sources.flatMap(testedBy))
  const rules = rows.filter(({ id }) => RULE.test(id))
  return [
    ...doubles(rows),
    ...[...sources, ...docs].flatMap(source =>
      [...new Set(idsIn(wordsOf(source)))]
        .filter(id => !defined.has(id) && !NO_IDS.has(id))
        .map(id => `${source.path} cites ${id}, which no table in docs defines`),
    ),
    ...rules.filter(({ id, isBuilt }) => isBuilt && !tested.has(id)).map(({ id }) => `no test names ${id}`),
    ...rules
      .filter(({ id, isBuilt }) => !isBuilt && tested.has(id))
      .map(({ id }) => `a test names ${id}, and its row still says "not yet"`),
    ...docs.flatMap(({ path, text }) =>
      pathsIn(text)
        .filter(named => !exists(named))
        .map(named => `${path} names ${named}, which is not there`),
    ),
  ]
}

type Row = { readonly id: string; readonly isBuilt: boolean; readonly path: string }

/** `| M21 | …` of a table, `- [R6 …](…)` of the list of screens; a mail is a letter alone. */
function rowsOf({ path, text }: Source): readonly Row[] {
  const rows = [...text.matchAll(/^\| ([A-Z]\d{0,2}) \|(.*)$/gm)]
  const screens = [...text.matchAll(/^- \[([A-Z]\d{1,2}) /gm)].map(([, id = '']) => id)
  return [
    ...rows.map(([, id = '', rest = '']) => ({ id, isBuilt: !rest.includes('| not yet |'), path })),
    ...[...new Set(screens)].map(id => ({ id, isBuilt: true, path })),
  ]
}

function doubles(rows: readonly Row[]): readonly string[] {
  return [...Map.groupBy(rows, ({ id }) => id)]
    .filter(([, same]) => same.length > 1)
    .map(([id, same]) => `${id} is defined more than once: ${same.map(({ path }) => path).join(', ')}`)
}

/** `M21`, but not the `T15` of a time; and the letter of `mail H`. */
function idsIn(words: string): readonly string[] {
  return [...words.matchAll(/(?<![\w.%/#&-])[A-Z][1-9]\d?(?![\w-]|:\d)|(?<=\b[Mm]ail )[A-Z]\b/g)].map(
    ([id]) => id,
  )
}

/** The ids that a test's titles name, each of a short range; the journey is a test whose steps name theirs. */
function testedBy({ path, text }: Source): readonly string[] {
  if (JOURNEY.test(path)) return [...text.matchAll(/rules: '([^']*)'/g)].flatMap(([, ids = '']) => idsIn(ids))
  if (!TEST.test(path)) return []
  return titlesIn(text).flatMap(title => [...idsIn(title), ...inRanges(title)])
}

function inRanges(title: string): readonly string[] {
  return [...title.matchAll(/\b([A-Z])(\d+)–\1(\d+)\b/g)].flatMap(([, letter = '', first, last]) => {
    const length = Number(last) - Number(first) + 1
    if (length > LONGEST_RANGE) return []
    return Array.from({ length }, (_, nr) => `${letter}${Number(first) + nr}`)
  })
}

/** What a person wrote for people: a document's whole text, a source's comments, a test's titles, what a schema says of itself. */
function wordsOf({ path, text }: Source): string {
  if (path.endsWith('.md')) return text
  if (path.endsWith('.py')) return commentsIn(text, /(?:^|\s)# (.*)$/)
  if (path.endsWith('.sql')) return commentsIn(text, /(?:^|\s)-- (.*)$/)
  const said = [...text.matchAll(/\.describe\(\s*'([^']*)'/g)].map(([, words = '']) => words)
  const titles = TEST.test(path) ? titlesIn(text) : []
  return [commentsIn(text, /^\s*(?:\/?\*+|\/\/)(.*)$|\s\/\/ (.*)$|\/\*(.*?)\*\//), ...said, ...titles].join(
    '\n',
  )
}

function commentsIn(text: string, comment: RegExp): string {
  return text
    .split('\n')
    .map(line => comment.exec(line)?.slice(1).join('') ?? '')
    .join('\n')
}

/** Strings of more than one word. A test's data have them too, and hardly an id in them. */
function titlesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap(line => [...line.matchAll(/'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)])
    .map(([, plain, template]) => plain ?? template ?? '')
    .filter(words => words.includes(' '))
}

/** Paths from the root, in code marks; one with a placeholder names no file. */
function pathsIn(text: string): readonly string[] {
  const named = text.matchAll(
    /`((?:services|libs|gateway|bridge|town|city|deploy|lint|bench|load-tests|docs|\.ci|\.github)\/[\w./@-]*)`/g,
  )
  return [...new Set([...named].map(([, path = '']) => path))]
}
