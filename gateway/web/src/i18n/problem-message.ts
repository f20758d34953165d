import type { Away } from '../api/result.ts'
import type { ProblemCode } from '../api/routes.ts'
import type { Key } from './catalogue.ts'
import { plain } from './format.tsx'
import { type Message, say } from './message.ts'
import { rawText, shownLanguage } from './texts.ts'

// A code that the catalogue lacks does not compile here: write its sentence in i18n/*/problems.ts.
type Missing = Exclude<`problems.${ProblemCode}`, Key>
void ([] as readonly Missing[] satisfies readonly never[])

type Named = { readonly code: ProblemCode; readonly detail: string }

/** The sentence for a refusal, with the problem's own facts (dates, counts) in it. */
export function problemMessage(problem: Named): Message {
  const { code } = problem
  if (code === 'weak-password' && 'reason' in problem) return say(weakPasswordKey(problem.reason))
  // A page older than the server may meet a code it has no sentence for: then the server's own (in Japanese) is shown.
  const key = `problems.${code}` as Key
  return rawText(key) === key ? problem.detail : say(key, paramsOf(problem))
}

/** What to say while the server is away; the wait in seconds is `{seconds}`. */
export function awayMessage(away: Away): Message {
  if (away.code === 'draw-in-progress') return say('problems.draw-in-progress')
  if (away.code === 'in-opening-pool') return say('problems.in-opening-pool')
  if (away.code === 'too-many-attempts')
    return say('problems.too-many-attempts', { minutes: Math.ceil((away.retryAfter ?? 60) / 60) })
  switch (away.reason) {
    case 'offline':
      return say('common.away-offline')
    case 'busy':
      return say('common.away-busy')
    case 'fault':
      return say('common.away-fault')
  }
}

function weakPasswordKey(reason: unknown): Key {
  if (reason === 'too-common') return 'problems.weak-password-too-common'
  if (reason === 'contains-name') return 'problems.weak-password-contains-name'
  return 'problems.weak-password-too-short'
}

const INSTANT = /^\d{4}-\d\d-\d\dT/
// Facts of a refusal that are the end of something.
const ENDS: ReadonlySet<string> = new Set(['closedAt'])
const DATE = /^\d{4}-\d\d-\d\d$/

function paramsOf(problem: object): Readonly<Record<string, string | number>> {
  const facts = Object.entries(problem).map(([name, value]) => [name, factText(name, value)] as const)
  return Object.fromEntries(facts.filter(([, text]) => text !== undefined)) as Record<string, string | number>
}

function factText(name: string, value: unknown): string | number | undefined {
  if (typeof value === 'number') return value
  if (value === null) return ''
  if (typeof value !== 'string') return undefined
  if (INSTANT.test(value)) return plain[ENDS.has(name) ? 'until' : 'moment'](value, shownLanguage())
  return DATE.test(value) ? plain.day(value, shownLanguage()) : value
}
