import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/public.ts'

export const texts: Translation<typeof ja> = {
  'home-title': 'Book a facility of {city}',
  'home-lead': 'See what is free and apply at once. No login is needed to look.',
  'home-see-free': 'See what is free',
  'home-see-free-note': 'Search rooms by date and purpose',
  'home-find': 'Find a facility',
  'home-find-note': 'Places, rooms and equipment',
  'home-first': 'New here',
  'home-first-note': 'Register and apply for permission',
  'home-login-note': 'If you are registered',
  'home-my-note': 'Your bookings and entries',
  'home-notices': 'Latest notices',
  'home-notices-none': 'There are no notices.',
  'notice-city-wide': 'All facilities',
  'choose-city-title': 'Choose your city',
  'choose-city-lead': 'Choose the city of the facility. Next time this city opens first.',
}
