import { minutesIn, saidFact, type Writing } from '@asaichi/wording/facts.ts'
import type { Params } from '@asaichi/wording/markup.ts'
import { caseKey } from '@asaichi/wording/words.ts'
import type { Away } from '../api/result.ts'
import type { ProblemCode } from '../api/routes.ts'
import type { Key } from './catalogue.ts'
import { plain } from './format.tsx'
import { type Message, say } from './message.ts'
import { rawText, shownLanguage } from './texts.ts'

type Named = { readonly code: ProblemCode; readonly detail: string }

/** The sentence for a refusal, with the problem's own facts (dates, counts) in it. */
export function problemMessage(problem: Named): Message {
  const { code, detail } = problem
  const key = sentenceKey(caseKey(code, problem)) ?? sentenceKey(code)
  // A page older than the server may meet a code it has no sentence for: then the server's own is shown.
  return key === undefined ? detail : say(key, paramsOf(problem))
}

function sentenceKey(name: string): Key | undefined {
  // Safe: a key that no loaded text has is not given out.
  const keys = [`problems.${name}`, `staff-problems.${name}`, `reasons.${name}`] as Key[]
  return keys.find(key => rawText(key) !== key)
}

function paramsOf(problem: object): Params {
  const facts = Object.entries(problem)
  return Object.fromEntries(facts.map(([name, value]) => [name, saidFact(name, value, writing()) ?? '']))
}

/** What to say while the server is away; the wait in seconds is `{seconds}`. */
export function awayMessage(away: Away): Message {
  if (away.code === 'draw-in-progress') return say('reasons.draw-in-progress')
  if (away.code === 'in-opening-pool') return say('problems.in-opening-pool')
  if (away.code === 'too-many-attempts')
    return say('problems.too-many-attempts', { minutes: minutesIn(away.retryAfter ?? 60) })
  switch (away.reason) {
    case 'offline':
      return say('common.away-offline')
    case 'busy':
      return say('common.away-busy')
    case 'fault':
      return say('common.away-fault')
  }
}

function writing(): Writing {
  const language = shownLanguage()
  return {
    day: date => plain.day(date, language),
    month: month => plain.month(month, language),
    moment: at => plain.moment(at, language),
    end: at => plain.until(at, language),
  }
}
