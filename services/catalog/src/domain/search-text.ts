import type { Venue } from '@asaichi/contract/catalog/venue.ts'

// NFKC maps one sign of each pair only: U+FF5E but not U+301C, U+FF0D but not U+2212. Keyboards and fonts give the one for the other.
const WAVES = /[\u301C\u3030\u2053\u223C\u223E]/g
const DASHES = /[\u2010-\u2015\u2043\u2212\u23AF\u2500\u2501\u2796\u30A0\u02D7\u058A]/g
// The sign of a long vowel is a letter after kana, and the nearest key to a dash between digits or Latin letters.
const LONG_VOWEL_AS_DASH = /(?<=[0-9a-z])\u30FC(?=[0-9a-z])/g

/**
 * What a search compares, of the text and of the words alike: full and half width, upper and lower case are one, ＷｉＦｉ and wifi,
 * and so are all signs of a wave and all of a dash.
 */
export function folded(text: string): string {
  return foldSigns(text.normalize('NFKC').toLowerCase())
}

/** As `fold_signs` of the migrations does, which folded what was stored before. */
export function foldSigns(text: string): string {
  return text.replaceAll(WAVES, '~').replaceAll(DASHES, '-').replaceAll(LONG_VOWEL_AS_DASH, '-')
}

/** S4: everything of a facility that a person may search for by words. */
export function searchTextOf(venue: Venue): string {
  const rooms = venue.spaces.flatMap(space => [
    space.name,
    ...space.purposes,
    ...space.equipment.map(item => item.name),
  ])
  const { name, pitch, text, address, area, station } = venue
  // Parted by a line end, so that no search matches across two facts.
  return folded([name, pitch, text, address, area, station ?? '', ...rooms].join('\n'))
}
