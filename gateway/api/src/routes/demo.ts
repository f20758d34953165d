import { bare, done } from '@asaichi/contract/define.ts'
import { LockId } from '@asaichi/contract/ids.ts'
import { Key, KeypadState } from '@asaichi/contract/lock/keypad.ts'
import { MailAddress } from '@asaichi/contract/text.ts'
import { getTownClock, setTownClock } from '@asaichi/contract/town/town.ts'
import { z } from 'zod'
import { DemoKeypad, DemoMails } from '../demo/demo-doors.ts'
import { wholeNumber } from '../http/query-value.ts'
import { route } from '../http/route.ts'

const [toInstant, byMs] = setTownClock.input.options
const ofDoor = z.object({ lockId: LockId })
const notFound = { 'not-found': bare }
const Keypads = z.object({ items: z.array(DemoKeypad.omit({ url: true })) })

// Everything due on the way happens before the answer, and a month of demo days takes its time.
const MOVE_DEADLINE_MS = 120_000

/**
 * Only where the clock can be moved: a real town has no such routes and no such service. Anyone may look on and press, as
 * at the catcher's and the keypads' own pages beside this one; the clock is the admin's to move.
 */
export const demoRoutes = [
  route(
    {
      method: 'get',
      path: '/api/demo/clock',
      summary: '【デモ】町の時計',
      access: 'anyone',
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
  route(
    {
      method: 'get',
      path: '/api/demo/mails',
      summary: '【デモ】町から送られたメール。新しい順',
      access: 'anyone',
      query: z.strictObject({
        to: MailAddress.optional(),
        after: wholeNumber(z.int().min(0).max(999_999_999)).optional(),
        limit: wholeNumber(z.int().min(1).max(200)).default(50),
      }),
      answers: { output: DemoMails, refusals: notFound },
    },
    ({ demo, query }) => demo.mails(query),
  ),
  route(
    {
      method: 'get',
      path: '/api/demo/keypads',
      summary: '【デモ】仮の鍵がある扉',
      access: 'anyone',
      answers: { output: Keypads, refusals: {} },
    },
    ({ demo }) => done({ items: [...demo.keypads()] }),
  ),
  route(
    {
      method: 'get',
      path: '/api/demo/keypads/{lockId}',
      summary: '【デモ】扉のキーパッドの様子',
      access: 'anyone',
      params: ofDoor,
      answers: { output: KeypadState, refusals: notFound },
    },
    ({ demo, params }) => demo.keypad(params.lockId),
  ),
  route(
    {
      method: 'post',
      path: '/api/demo/keypads/{lockId}/press',
      summary: '【デモ】扉のキーを1つ押す（四角、0～9、E）',
      access: 'anyone',
      params: ofDoor,
      body: z.strictObject({ key: Key }),
      answers: { output: KeypadState, refusals: notFound },
    },
    ({ demo, params, body }) => demo.press(params.lockId, body.key),
  ),
] as const
