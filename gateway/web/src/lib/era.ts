import { dateFromEra } from '@asaichi/calendar/eras.ts'
import { isLocalDate } from '@asaichi/calendar/local-date.ts'
import type { LocalDate } from '@asaichi/contract/time.ts'
import { normaliseNumber } from './normalise-number.ts'

export const ERAS = ['西暦', '令和', '平成', '昭和', '大正'] as const
export type EraName = (typeof ERAS)[number]

/** A birth date as it is typed: an era and three texts. */
export type DateParts = {
  readonly era: EraName
  readonly year: string
  readonly month: string
  readonly day: string
}

export const NO_DATE: DateParts = { era: '西暦', year: '', month: '', day: '' }

/** The date the parts name; nothing where a part is missing or no such day lies in that era. */
export function dateOfParts({ era, year, month, day }: DateParts): LocalDate | undefined {
  const [y, m, d] = [yearNumber(year), number(month), number(day)]
  if (y === undefined || m === undefined || d === undefined) return undefined
  if (era !== '西暦') return dateFromEra({ era, year: y, month: m, day: d })
  const date = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  return isLocalDate(date) ? date : undefined
}

function yearNumber(text: string): number | undefined {
  return text.trim() === '元' ? 1 : number(text)
}

function number(text: string): number | undefined {
  const plain = normaliseNumber(text)
  return /^\d{1,4}$/.test(plain) ? Number(plain) : undefined
}
