import { dateFromEra, type Era } from '@asaichi/calendar/eras.ts'

const WESTERN = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/
const JAPANESE = /^(明治|大正|昭和|平成|令和|[MTSHR])(\d{1,2}|元)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/i
const LETTERS: Readonly<Record<string, Era>> = { M: '明治', T: '大正', S: '昭和', H: '平成', R: '令和' }

/** A birth date as lists have it: 1951-04-18, 1951/4/18, 昭和26年4月18日, or with the letter of its era. As it was where it is none of these. */
export function birthDateIn(text: string): string {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
  const western = WESTERN.exec(plain)
  if (western) {
    const [, year = '', month = '', day = ''] = western
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  const [, name = '', year = '', month, day] = JAPANESE.exec(plain) ?? []
  const era = LETTERS[name.toUpperCase()] ?? eraNamed(name)
  if (!era) return text
  const date = { era, year: year === '元' ? 1 : Number(year), month: Number(month), day: Number(day) }
  return dateFromEra(date) ?? text
}

function eraNamed(name: string): Era | undefined {
  return Object.values(LETTERS).find(era => era === name)
}
