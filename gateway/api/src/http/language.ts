import { Language } from '@asaichi/contract/actor.ts'
import { createBoundedMap } from '@asaichi/service/bounded-map.ts'
import { weightsOf } from './weights.ts'

// A browser says the same with every request, and there are few kinds of it; what is longer is nobody's browser.
const MOST_KNOWN = 500
const LONGEST_KNOWN = 200
const known = createBoundedMap<Language>(MOST_KNOWN)

/** Of ours the one that `Accept-Language` likes best, by lookup (RFC 9110 12.5.4, RFC 4647 3.4); Japanese where it likes none. */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (acceptLanguage === undefined) return 'ja'
  const found = known.get(acceptLanguage)
  if (found) return found
  const language = bestLanguage(acceptLanguage)
  if (acceptLanguage.length <= LONGEST_KNOWN) known.set(acceptLanguage, language)
  return language
}

function bestLanguage(acceptLanguage: string): Language {
  const ranges = [...weightsOf(acceptLanguage)].filter(([, weight]) => weight > 0)
  const liked = ranges.toSorted(([, a], [, b]) => b - a).flatMap(([range]) => lookup(range))
  return liked[0] ?? 'ja'
}

/** `en-GB` is answered in `en`; `*` is any, and then Japanese. */
function lookup(range: string): readonly Language[] {
  if (range === '*') return ['ja']
  const found = Language.options.find(language => language === range)
  if (found) return [found]
  const end = range.lastIndexOf('-')
  return end < 0 ? [] : lookup(range.slice(0, end))
}
