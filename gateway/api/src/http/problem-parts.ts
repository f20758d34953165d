import type { Language } from '@asaichi/contract/actor.ts'
import { minutesIn, saidFact, type Writing } from '@asaichi/wording/facts.ts'
import { bracketText, namesIn, type Params } from '@asaichi/wording/markup.ts'
import { WORDS } from '@asaichi/wording/sentences.ts'
import { type Code, caseKey } from '@asaichi/wording/words.ts'
import { languageOf } from './language.ts'
import type { InputError, Problem } from './problem.ts'
import type { ResponseParts } from './response-parts.ts'
import { WRITING } from './writing.ts'

export type ProblemReader = { readonly id: string; readonly acceptLanguage: string | undefined }

/**
 * A problem in its reader's language. At 07:00 most presses are refused, so the members that no fact of the refusal changes
 * are encoded once for each language.
 */
export function problemPartsWith(
  base: Readonly<Record<string, string>>,
  typePrefix: string,
): (problem: Problem, reader: ProblemReader) => ResponseParts {
  const same = { base, typePrefix }
  const writers: Readonly<Record<Language, Writer>> = {
    ja: writerIn('ja', same),
    'ja-easy': writerIn('ja-easy', same),
    en: writerIn('en', same),
  }
  return (problem, { id, acceptLanguage }) => writers[languageOf(acceptLanguage)](problem, id)
}

type Facts = Readonly<Record<string, unknown>>
type Writer = (problem: Problem, id: string) => ResponseParts

function writerIn(
  language: Language,
  { base, typePrefix }: { readonly base: Readonly<Record<string, string>>; readonly typePrefix: string },
): Writer {
  const { sentences, titles, fields, tag } = WORDS[language]
  const fill = (text: string, facts: Params) => bracketText(text, facts, tag).trimEnd()
  const encoded = new Map<Code, string>()
  const own = {
    ...base,
    'content-type': 'application/problem+json',
    'content-language': language,
    vary: 'accept-language',
  }

  function told({ status, code }: Problem, facts: Facts): string {
    const ofCase = caseKey(code, facts)
    const key = isCode(ofCase) ? ofCase : code
    const known = encoded.get(key)
    if (known !== undefined) return known
    const names = namesIn(sentences[key])
    const detail = fill(sentences[key], saidFacts(names, facts, WRITING[language]))
    const members = { type: `${typePrefix}${code}`, title: fill(titles[status], {}), status, code, detail }
    const text = JSON.stringify(members).slice(1, -1)
    if (names.length === 0) encoded.set(key, text)
    return text
  }

  const wording = ({ path, fault, bound = 0 }: InputError) => ({
    path,
    message: fill(fields[fault], { bound }),
  })

  return (problem, id) => {
    const { status, extra, errors, headers } = problem
    const facts: Facts = {
      ...saidIn(language, isFacts(extra) ? extra : undefined),
      ...(errors && { errors: errors.map(wording) }),
    }
    const more = JSON.stringify(facts).slice(1, -1)
    return {
      status,
      headers: { ...own, 'request-id': id, ...(status === 401 && SCHEME), ...headers },
      body: `{${more}${more === '' ? '' : ','}${told(problem, facts)},"instance":"urn:uuid:${id}"}`,
    }
  }
}

// RFC 9110 15.5.2 asks a 401 to name a scheme; ours is the cookie, which no browser answers with a dialog.
const SCHEME = { 'www-authenticate': 'Cookie' } as const

/** V7: a city's own words among the facts are told in the reader's language alone; what it lacks is in Japanese. */
function saidIn(language: Language, extra: Facts | undefined): Facts | undefined {
  if (!extra || !('translations' in extra)) return extra
  const { translations, ...facts } = extra
  const words = isFacts(translations) ? translations[language] : undefined
  return isFacts(words) ? { ...facts, ...words } : facts
}

function isFacts(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null
}

function saidFacts(names: readonly string[], facts: Facts, writing: Writing): Params {
  const { retryAfterSeconds: seconds } = facts
  const known: Facts = typeof seconds === 'number' ? { ...facts, minutes: minutesIn(seconds) } : facts
  return Object.fromEntries(names.map(name => [name, saidFact(name, known[name], writing) ?? '']))
}

function isCode(key: string): key is Code {
  return Object.hasOwn(WORDS.ja.sentences, key)
}
