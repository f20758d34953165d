// What is kept of a person's own words: as they were typed, for staff compare them with a paper (M7). The screens use the same
// functions as the API, so neither takes what the other refuses; hence nothing here that a phone of 2020 lacks. How two of them are compared is identity's compared-text.ts.

// Normalising these would turn one shape of a name into another (神 U+FA19 into U+795E), so they take no part in composing.
const COMPATIBILITY_IDEOGRAPHS = '\\uf900-\\ufaff\\u{2f800}-\\u{2fa1f}'
const COMPOSED = new RegExp(`[^${COMPATIBILITY_IDEOGRAPHS}\\p{M}]\\p{M}+|[\\u1100-\\u11ff]+`, 'gu')
const MARKS = /[\p{M}\u1100-\u11ff]/u

/** Letters and the marks behind them become one (か+゙ is が); every other code point stays. */
export function asTyped(text: string): string {
  // Nearly every text has none of them, and looking for one is cheaper than looking for its letter.
  return MARKS.test(text) ? text.replace(COMPOSED, letter => letter.normalize('NFC')) : text
}

// U+2800, the braille pattern without dots, is a letter by its class and blank to the eye.
const VISIBLE = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{M}\p{C}\u2800]/u

/** P13: whether there is anything to see; a zero-width space or a Hangul filler is no name. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text)
}

const READING =
  /^(?=.*[\u30a1-\u30fa\u31f0-\u31ff\p{Script=Latin}])[\u30a1-\u30fe\u31f0-\u31ff\uff1d=\u30a0\-'\u2019\u02bc\u00b7.,\p{Script=Latin}\u0300-\u036f\u3099\u309a ]+$/u
// \p{Pd} without ゠ (U+30A0), which is a sign between two parts of a name.
const DASHES = /(?!\u30a0)[\p{Pd}\u2043\u2212\u23af\u2500\u2501\u02d7]/gu

/**
 * M3, V7: a reading in katakana; hiragana and half-width kana are turned into it, and a hyphen stays one. Who has no reading
 * writes the name in Latin letters. `undefined` where it is neither.
 */
export function readingOf(text: string): string | undefined {
  const reading = asTyped(text)
    .replace(/[\uff61-\uff9f]+/g, half => half.normalize('NFKC'))
    .replace(/(?!\uff1d)[\uff01-\uff5e]/g, wide => shifted(wide, -0xfee0))
    .replace(DASHES, '-')
    .replace(/[\u3041-\u3096\u309d\u309e]/g, hiragana => shifted(hiragana, 0x60))
    .replace(/\s+/g, ' ')
    .trim()
  return READING.test(reading) ? reading : undefined
}

/** A telephone number within Japan as its digits in groups: `+81 (0)90-1234-5678` is `090-1234-5678`. */
export function phoneOf(text: string): string | undefined {
  const groups = phoneGroups(text)
  return groups && /^0\d{5,12}$/.test(groups.join('')) ? groups.join('-') : undefined
}

/** The digits of what may be a telephone number or the beginning of one; `undefined` where it is something else. */
export function phoneDigits(text: string): string | undefined {
  return phoneGroups(text)?.join('')
}

// What offices print around a number. ー, ｰ and 一 stand where a hyphen was meant; they count as letters otherwise.
const AROUND = /^\W*(?:tel|phone|電話(?:番号)?|携帯(?:電話)?)|\(?代(?:表)?\)?\W*$/giu
const DASH_LETTERS = /([\d)\s])[ー一](?=[\d(\s])/gu
const JAPAN = /^\D*?(?:\+\s*81|0081|010\D?81|81(?=\D*[1-9](?:\D*\d){8,9}$))/u

function phoneGroups(text: string): readonly string[] | undefined {
  const plain = text.normalize('NFKC').replace(AROUND, '').replace(DASH_LETTERS, '$1-')
  if (/\p{L}/u.test(plain) || /\+(?!\s*81)/u.test(plain)) return undefined
  const [first = '', second = '', ...rest] = plain.replace(JAPAN, '').match(/\d+/g) ?? []
  if (!JAPAN.test(plain)) return [first, second, ...rest].filter(Boolean)
  // +81 (0)90: the 0 in brackets is the one that is dialled within the country.
  const head = first === '0' ? [`0${second}`] : [first.startsWith('0') ? first : `0${first}`, second]
  return [...head, ...rest].filter(Boolean)
}

/** `〒１８１ー０００１` and `1810001` are `181-0001`. */
export function postalCodeOf(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(DASH_LETTERS, '$1-')
  const digits = plain.replace(/\D/g, '')
  return /\p{L}/u.test(plain) || digits.length !== 7 ? undefined : `${digits.slice(0, 3)}-${digits.slice(3)}`
}

/**
 * An address that SMTP can carry (RFC 5321 4.1.2), with the bare dots that carriers gave out until 2009: those are quoted when a
 * mail goes out. Small letters, for no carrier tells capitals apart, and otherwise as typed; the host is in ASCII.
 */
export function mailAddressOf(text: string): string | undefined {
  const at = text.lastIndexOf('@')
  const local = text.slice(0, Math.max(at, 0)).toLowerCase()
  const host = asciiHost(text.slice(at + 1))
  if (host === undefined || local.length > 64 || !(BARE.test(local) || QUOTED.test(local))) return undefined
  const address = `${local}@${host}`
  return address.length > 254 ? undefined : address
}

const BARE = /^[!#-'*+\-./0-9=?A-Z[\]^-~]+$/
// The mailer would lose < and > even in quotes.
const QUOTED = /^"(?:[ !#-;=?-[\]-~]|\\[ -;=?-~])+"$/
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/

function asciiHost(typed: string): string | undefined {
  // What would be no part of the host in a URL; full-width signs become them.
  if (/[\s%/?#@:\\[\]<>\p{Cc}]/u.test(typed.normalize('NFKC'))) return undefined
  try {
    const host = new URL(`http://${typed}`).hostname
    return HOST.test(host) ? host : undefined
  } catch {
    return undefined
  }
}

function shifted(letter: string, by: number): string {
  return String.fromCodePoint((letter.codePointAt(0) ?? 0) + by)
}
