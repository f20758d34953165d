/**
 * Text in the Shift_JIS of Windows (Windows-31J), which older spreadsheets and office systems take. A letter that it does not have
 * is written as 〓, the printers' sign for a missing type, so that it is seen and never guessed.
 */
export function toShiftJis(text: string): Uint8Array<ArrayBuffer> {
  const codes = codesOfLetters()
  const bytes: number[] = []
  for (const letter of text) {
    const code = codes.get(SAME.get(letter) ?? letter) ?? GETA
    if (code > 0xff) bytes.push(code >> 8)
    bytes.push(code & 0xff)
  }
  return Uint8Array.from(bytes)
}

const GETA = 0x81ac
/** Letters that Unicode has twice and Windows-31J once. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['\u2014', '\u2015'],
  ['\u2016', '\u2225'],
  ['\u2212', '\uff0d'],
  ['\u301c', '\uff5e'],
])

let known: ReadonlyMap<string, number> | undefined

// Made by asking the decoder of the platform, which has the WHATWG's table; the first code of a letter counts, and rows 0xED and 0xEE
// have none of their own. About 9,000 letters, and only in a process that was once asked for such a file.
function codesOfLetters(): ReadonlyMap<string, number> {
  if (known) return known
  const decoder = new TextDecoder('shift_jis')
  const codes = new Map<string, number>()
  const learn = (code: number, ...bytes: readonly number[]) => {
    const letter = decoder.decode(Uint8Array.from(bytes))
    if (!letter.includes('\ufffd') && !codes.has(letter)) codes.set(letter, code)
  }
  for (let byte = 0; byte <= 0xff; byte++) learn(byte, byte)
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if ((lead > 0x9f && lead < 0xe0) || lead === 0xed || lead === 0xee) continue
    for (let trail = 0x40; trail <= 0xfc; trail++) learn((lead << 8) | trail, lead, trail)
  }
  known = codes
  return codes
}
