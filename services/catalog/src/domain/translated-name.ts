import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { NameTranslations } from '@asaichi/contract/translations.ts'

/** V7: a venue's name alone, without the longer texts that its document translates beside it. */
export function translatedName(translations: Venue['translations'] | null): NameTranslations {
  if (!translations) return undefined
  const { 'ja-easy': easy, en } = translations
  return { 'ja-easy': { name: easy?.name }, en: { name: en?.name } }
}

/** How an answer about a venue names it. */
export function namesOfVenue(venue: Venue) {
  return {
    venueId: venue.venueId,
    venueName: venue.name,
    venueTranslations: translatedName(venue.translations),
  }
}
