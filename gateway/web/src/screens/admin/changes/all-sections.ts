import { OFFICE } from '../city/office-questions.ts'
import { RULES } from '../city/rule-questions.ts'
import { TEXTS } from '../city/text-questions.ts'
import { optionSections } from '../venues/option-questions.ts'
import { roomSections } from '../venues/room-questions.ts'
import { VENUE } from '../venues/venue-questions.ts'

/** Every question that is asked of a city, and of a venue with its rooms: what a change is called. */
export const CITY = { sections: [...OFFICE, ...TEXTS, ...RULES] }
export const VENUE_AND_ROOMS = { sections: [...VENUE, ...optionSections([])], ofRoom: roomSections([]) }
