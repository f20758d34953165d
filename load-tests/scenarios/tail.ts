import exec from 'k6/execution'
import { latecomers, plan } from '../lib/opened-plan.ts'
import { pressUntilAnswered } from '../lib/press.ts'
import { record } from '../lib/record.ts'
import { type Offset, sinceT0 } from '../lib/town-time.ts'

/** Latecomers, from the hour on. Whoever comes before it only looked. */
export function tail(offset: Offset): void {
  const number = exec.scenario.iterationInTest
  const presser = latecomers[number % latecomers.length]
  const slot = plan.slots[Math.floor(Math.random() * plan.slots.length)]
  const aimedAtMs = sinceT0(offset)
  if (!presser || !slot || aimedAtMs < 0) return
  const key = `tail-${number}-${presser.personId}`
  record(pressUntilAnswered({ by: 'tail', presser, slot, key, aimedAtMs }, offset))
}
