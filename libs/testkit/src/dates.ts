import { instantAt } from '@asaichi/calendar/instant.ts'

/** Where the clocks of the tests' towns begin: a Wednesday, with no holiday and no closed day in any window that lies ahead. */
export const ORDINARY_DAY = '2026-06-03'
export const ORDINARY_MORNING = instantAt(ORDINARY_DAY, '10:00')
