import exec from 'k6/execution'
import http from 'k6/http'
import { late } from '../lib/figures.ts'
import { plan, pressers } from '../lib/opened-plan.ts'
import type { Slot } from '../lib/plan.ts'
import { pressUntilAnswered } from '../lib/press.ts'
import { record } from '../lib/record.ts'
import { type Offset, sinceT0, sleepUntil } from '../lib/town-time.ts'

const { arriveWithinMs, jitter } = plan.load.press

/** The instant: each resident opens the page shortly before the hour and presses at the hour, as well as a thumb can aim. */
export function press(offset: Offset): void {
  const number = exec.scenario.iterationInTest
  const presser = pressers[number]
  const slot = slotOf(number)
  if (!presser || !slot) return
  sleepUntil(-Math.random() * arriveWithinMs - 500, offset)
  http.get(`${plan.baseUrl}/api/me`, {
    headers: { cookie: `session=${presser.token}`, 'x-forwarded-for': presser.address },
    tags: { name: 'GET /api/me' },
  })
  const aimedAtMs = jitter.meanMs + jitter.deviationMs * normal()
  sleepUntil(aimedAtMs, offset)
  late.add(Math.max(0, sinceT0(offset) - aimedAtMs))
  const key = `press-${presser.personId}`
  record(pressUntilAnswered({ by: 'press', presser, slot, key, aimedAtMs }, offset))
}

/** Every slot is wanted by somebody; beyond that the first ones are wanted most. */
function slotOf(number: number): Slot | undefined {
  const { slots } = plan
  return slots[number < slots.length ? number : Math.floor(slots.length * Math.random() ** 2)]
}

/** Standard normal, by Box and Muller. */
function normal(): number {
  return Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random())
}
