import { gauges } from '@asaichi/service/metrics.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import { isGuessedAt } from './domain/keypad-guesses.ts'
import { countDoors, DOOR_STATES } from './store/board.ts'
import { findGuesses } from './store/keypad-guesses.ts'
import type { Tables } from './store/schema.ts'

/** Every state is told, also where no door is in it. */
export function watchDoors(db: Kysely<Tables>): void {
  gauges('lock_doors', async () => {
    const doors = new Map((await countDoors(db)).map(({ state, doors }) => [state, doors]))
    return DOOR_STATES.map(state => ({ words: [state], value: doors.get(state) ?? 0 }))
  })
  gauges('lock_keypads_guessed', async () => {
    const [runs, now] = [await findGuesses(db), await townNow(db)]
    return [{ words: [], value: runs.filter(({ guesses }) => isGuessedAt(guesses, now)).length }]
  })
}
