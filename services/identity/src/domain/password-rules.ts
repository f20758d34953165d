import { COMMON_PASSWORDS, TOP_PASSWORDS } from './common-passwords.ts'

export type Weakness = 'too-short' | 'too-common' | 'contains-name'

/** What others know of somebody, and a password must not contain. */
export type Owner = {
  readonly name: string
  readonly kana: string
  readonly mail: string | null
  readonly groupName?: string | null | undefined
  readonly birthDate?: string | undefined
  readonly phone?: string | undefined
  readonly memberNumber?: string | undefined
  readonly city?: { readonly cityId: string; readonly name: string } | undefined
}

const FEWEST_CHARACTERS = 8
const FEWEST_DIGITS = 6
// A list word with this many digits or signs behind it is still the list word.
const LONGEST_TAIL = 6

/** D23, A12: why a new password is too weak for this person; any characters are welcome. The upper bound is the contract's. */
export function weaknessOf(password: string, owner: Owner): Weakness | undefined {
  const plain = folded(password)
  if (charactersOf(password.normalize('NFC')).length < FEWEST_CHARACTERS) return 'too-short'
  if (isCommon(plain)) return 'too-common'
  if (namesOf(owner).some(name => plain.includes(name))) return 'contains-name'
  if (numbersOf(owner).some(number => digitsOf(plain).includes(number))) return 'contains-name'
  return undefined
}

function isCommon(plain: string): boolean {
  if (COMMON_PASSWORDS.has(plain) || TOP_PASSWORDS.has(plain) || isOneUnitRepeated(plain) || isRun(plain))
    return true
  const stem = plain.replace(/[\p{N}\p{P}\p{S}\s]+$/u, '')
  return plain.length - stem.length <= LONGEST_TAIL && COMMON_PASSWORDS.has(stem)
}

// aaaaaaaa, 12121212, abcabcabc
function isOneUnitRepeated(plain: string): boolean {
  return /^(.{1,4}?)\1+$/su.test(plain)
}

// 23456789, hgfedcba
function isRun(plain: string): boolean {
  const codes = charactersOf(plain).map(character => character.codePointAt(0) ?? 0)
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)))
  return steps.size === 1 && (steps.has(1) || steps.has(-1))
}

function namesOf(owner: Owner): readonly string[] {
  const { cityId = '', name: city = '' } = owner.city ?? {}
  const words = [owner.name, owner.kana, owner.groupName ?? '', cityId, city, shortOf(city)].flatMap(text => [
    text,
    ...text.split(/[\s　・]+/u),
  ])
  const [mailName = ''] = (owner.mail ?? '').split('@')
  return [...words, mailName, ...mailName.split(/[._+-]+/)]
    .map(folded)
    .map(word => word.replace(/\s/gu, ''))
    .filter(isLongEnough)
}

// 三鷹 of 三鷹市
function shortOf(city: string): string {
  return city.replace(/[都道府県市区町村]$/u, '')
}

/** The own numbers, as digits: a birth date as it is written with a year of two or four digits. */
function numbersOf({ birthDate = '', phone = '', memberNumber = '' }: Owner): readonly string[] {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  const local = digitsOf(phone)
  // Four digits of a day in the year would be in too many passwords by chance; a number and the end of a phone are seven and eight.
  const dates = [
    `${year}${month}${day}`,
    `${year}${Number(month)}${Number(day)}`,
    `${year.slice(2)}${month}${day}`,
  ]
  return [...(birthDate === '' ? [] : dates), local, local.slice(-8), digitsOf(memberNumber)].filter(
    number => number.length >= FEWEST_DIGITS,
  )
}

function digitsOf(text: string): string {
  return text.replace(/\D/gu, '')
}

// Two kanji are a whole name; two Latin letters are in every other word.
function isLongEnough(word: string): boolean {
  const characters = charactersOf(word).length
  return /^\p{ASCII}*$/u.test(word) ? characters >= 4 : characters >= 2
}

// Code points, as NIST SP 800-63B counts them.
function charactersOf(text: string): readonly string[] {
  return Array.from(text)
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
