import type { Language } from '@asaichi/contract/actor.ts'
import type { BookedOption } from '@asaichi/contract/reservation/options.ts'
import type { PlaceNames } from '@asaichi/contract/translations.ts'

type Place = { readonly venueName: string; readonly spaceName: string }
/** A room of a venue by name; `names` are what places are called in other languages. */
export type Named = (place: Place, names?: PlaceNames) => string

/** V7: in English the Japanese name stands behind, for it is what the signs say and what one asks the way with. */
export function placeIn(language: Language): Named {
  return ({ venueName, spaceName }, names = []) => {
    const written = `${venueName} ${spaceName}`
    if (language === 'ja') return written
    const own = (name: string) =>
      names.find(each => each.name === name)?.translations?.[language]?.name ?? name
    const [venue, space] = [own(venueName), own(spaceName)]
    if (language === 'ja-easy') return `${venue} ${space}`
    return venue === venueName && space === spaceName ? written : `${venue}, ${space} (${written})`
  }
}

export type OptionNamed = (option: Pick<BookedOption, 'name' | 'translations' | 'count'>) => string

/** G10: how many of what was ordered with a room. */
export function optionIn(language: Language): OptionNamed {
  return ({ name, translations, count }) => {
    const words = language === 'ja' ? undefined : translations?.[language]
    return `${words?.name ?? name} × ${count}`
  }
}
