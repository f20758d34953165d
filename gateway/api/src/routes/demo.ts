import { getTownClock, setTownClock } from '@asaichi/contract/town.ts'
import { z } from 'zod'
import { route } from '../route.ts'

const [toInstant, byMs] = setTownClock.input.options

// Everything due on the way happens before the answer, and a month of demo days takes its time.
const MOVE_DEADLINE_MS = 120_000

/** Only where the clock can be moved: a real town has no such routes and no such service. */
export const demoRoutes = [
  route(
    {
      method: 'get',
      path: '/api/demo/clock',
      summary: '【デモ】町の時計',
      access: 'admin',
      answers: getTownClock,
    },
    ({ call }) => call(getTownClock, {}),
  ),
  route(
    {
      method: 'post',
      path: '/api/demo/clock',
      summary: '【デモ】町の時計を進める。その間に起きることが順に起きる',
      access: 'admin',
      body: z.union([toInstant.strict(), byMs.strict()]),
      answers: setTownClock,
    },
    ({ call, body }) => call(setTownClock, body, { deadlineMs: MOVE_DEADLINE_MS }),
  ),
] as const
