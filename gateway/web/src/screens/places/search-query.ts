import { isOnGrid, minutesOf } from '@asaichi/calendar/grid.ts'
import { addDays, daysBetween, isLocalDate } from '@asaichi/calendar/local-date.ts'
import type { FieldError } from '../../forms/use-form.ts'
import { say } from '../../i18n/message.ts'
import { wholeNumber } from '../../lib/normalise-number.ts'

/** Times of day a person thinks in; `any` is the whole day, `own` asks for both ends. */
const BANDS = {
  morning: { from: '09:00', to: '12:00' },
  afternoon: { from: '13:00', to: '17:00' },
  evening: { from: '18:00', to: '21:00' },
} as const
type BandName = keyof typeof BANDS | 'any' | 'own'

/** S6: the longest span the search takes. */
const MOST_DAYS = 62
const MOST_MINUTES = 1440

const NOTHING = {
  from: '',
  to: '',
  band: 'any' as string,
  timeFrom: '09:00',
  timeTo: '12:00',
  minutes: '120',
  purpose: '',
  people: '',
  area: '',
  equipment: '',
  stepFree: false,
}
export type SearchValues = typeof NOTHING

/** What the address asks for; unknown and impossible parts are left out. */
export function searchValues(search: string): SearchValues {
  const query = new URLSearchParams(search)
  const text = (name: string) => query.get(name) ?? ''
  const [timeFrom, timeTo] = [text('timeFrom'), text('timeTo')]
  return {
    from: dateOr(text('from')),
    to: dateOr(text('to')),
    band: bandOf(timeFrom, timeTo),
    timeFrom: isOnGrid(timeFrom) ? timeFrom : NOTHING.timeFrom,
    timeTo: isOnGrid(timeTo) ? timeTo : NOTHING.timeTo,
    minutes: lengthOf(text('minutes'), { from: timeFrom, to: timeTo }),
    purpose: text('purpose'),
    people: text('people'),
    area: text('area'),
    equipment: text('equipment'),
    stepFree: text('stepFree') !== '',
  }
}

/** The address that asks for them again: without a day it is a search for facilities alone. */
export function searchPath(values: SearchValues): string {
  const { from, to, minutes, purpose, area, equipment, stepFree } = values
  const band = bandTimes(values)
  const parts = {
    ...(from !== '' && {
      free: '1',
      from,
      to: to === '' ? from : to,
      ...(band && { timeFrom: band.from, timeTo: band.to }),
      minutes,
    }),
    purpose,
    people: String(wholeNumber(values.people) ?? ''),
    area,
    equipment,
    stepFree: stepFree ? 'true' : '',
  }
  const query = new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== ''))
  query.set('done', '1')
  return `/search?${query}`
}

/** The wanted time of day; nothing where any will do. */
export function bandTimes({ band, timeFrom, timeTo }: SearchValues) {
  if (band === 'any') return undefined
  return band === 'morning' || band === 'afternoon' || band === 'evening'
    ? BANDS[band]
    : { from: timeFrom, to: timeTo }
}

/** What is asked of a room itself; an empty field asks for nothing. */
export function roomQuery({ people, purpose, area, equipment, stepFree }: SearchValues) {
  return {
    people: wholeNumber(people),
    purpose: purpose === '' ? undefined : purpose,
    area: area === '' ? undefined : area,
    equipment: equipment === '' ? undefined : equipment,
    ...(stepFree && { stepFree: 'true' as const }),
  }
}

export function searchErrors(values: SearchValues, today: string): readonly FieldError<keyof SearchValues>[] {
  const { from, to, people } = values
  const last = to === '' ? from : to
  const errors: FieldError<keyof SearchValues>[] = []
  if (from === '' && to !== '') errors.push({ field: 'from', message: say('places.search-from-missing') })
  if (from !== '' && from < today) errors.push({ field: 'from', message: say('places.search-from-past') })
  if (from !== '' && last < from) errors.push({ field: 'to', message: say('places.search-to-early') })
  if (from !== '' && last >= from && daysBetween(from, last) >= MOST_DAYS)
    errors.push({ field: 'to', message: say('places.search-span-long', { maxDays: MOST_DAYS }) })
  if (from !== '') errors.push(...timeErrors(values))
  if (people.trim() !== '' && !wholeNumber(people))
    errors.push({ field: 'people', message: say('places.search-people-wrong') })
  return errors
}

function timeErrors(values: SearchValues): readonly FieldError<keyof SearchValues>[] {
  const band = bandTimes(values)
  if (!band) return []
  if (band.from >= band.to) return [{ field: 'timeTo', message: say('places.search-times-wrong') }]
  const fits = Number(values.minutes) <= minutesOf(band.to) - minutesOf(band.from)
  return fits ? [] : [{ field: 'minutes', message: say('places.search-length-long') }]
}

/** Where an empty search begins: from tomorrow for four weeks, which holds days of every city's windows. */
export function suggestedDays(today: string): Pick<SearchValues, 'from' | 'to'> {
  return { from: addDays(today, 1), to: addDays(today, 28) }
}

function dateOr(text: string): string {
  return isLocalDate(text) ? text : ''
}

function bandOf(from: string, to: string): BandName {
  if (from === '' && to === '') return 'any'
  const named = Object.entries(BANDS).find(([, band]) => band.from === from && band.to === to)
  return (named?.[0] as keyof typeof BANDS | undefined) ?? 'own'
}

/** An address from before lengths could be asked for means its whole band. */
function lengthOf(text: string, { from, to }: { readonly from: string; readonly to: string }): string {
  const minutes = wholeNumber(text)
  if (minutes !== undefined && minutes > 0 && minutes <= MOST_MINUTES && minutes % 30 === 0)
    return String(minutes)
  const isBand = isOnGrid(from) && isOnGrid(to) && from < to
  return isBand ? String(minutesOf(to) - minutesOf(from)) : NOTHING.minutes
}
