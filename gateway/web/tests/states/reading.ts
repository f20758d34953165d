import type { Language } from '@asaichi/contract/actor.ts'
import { type Params, plainText } from '@asaichi/wording/markup.ts'
import type { Key, TextArea } from '../../src/i18n/catalogue.ts'
import { tagOf } from '../../src/i18n/languages.ts'

/** The text of the catalogue in one language, as a name of a control has it (without readings). */
export type Reading = (key: Key, params?: Params) => string

const AREAS = {
  common: true,
  states: true,
  problems: true,
  'staff-problems': true,
  reasons: true,
  public: true,
  places: true,
  emergency: true,
  spare: true,
  factor: true,
  fees: true,
  free: true,
  headcount: true,
  holds: true,
  help: true,
  account: true,
  permit: true,
  person: true,
  member: true,
  calendar: true,
  availability: true,
  booking: true,
  receipt: true,
  press: true,
  points: true,
  'point-desk': true,
  mine: true,
  own: true,
  'own-data': true,
  reservation: true,
  move: true,
  lottery: true,
  verify: true,
  session: true,
  staff: true,
  report: true,
  kiosk: true,
  admin: true,
  invitation: true,
} as const satisfies Record<TextArea, true>

export async function readingIn(language: Language): Promise<Reading> {
  const areas = await Promise.all(
    Object.keys(AREAS).map(async area => {
      const file: unknown = await import(`../../src/i18n/${language}/${area}.ts`)
      return [area, (file as { readonly texts: Readonly<Record<string, string>> }).texts] as const
    }),
  )
  const byArea = new Map(areas)
  return (key, params) => {
    const dot = key.indexOf('.')
    const text = byArea.get(key.slice(0, dot))?.[key.slice(dot + 1)]
    if (text === undefined) throw new Error(`There is no text ${key} in ${language}`)
    return plainText(text, params, tagOf(language))
  }
}
