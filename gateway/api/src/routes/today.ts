import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import { countApplicants } from '@asaichi/contract/identity/staff.ts'
import { listDoors } from '@asaichi/contract/lock/door-codes.ts'
import { getRoundsToday } from '@asaichi/contract/lottery/staff.ts'
import { getStaffToday } from '@asaichi/contract/reservation/staff.ts'
import { z } from 'zod'
import { route } from '../http/route.ts'

const Today = getStaffToday.output.extend({
  applicants: countApplicants.output,
  rounds: getRoundsToday.output,
  locks: z.object({
    doors: z.int(),
    faults: listDoors.output.shape.items.describe('doors with a problem'),
  }),
})

/** T1: four services' answers on one page; what one of them cannot tell keeps the whole page waiting. */
export const todayRoutes = [
  route(
    {
      method: 'get',
      path: '/api/staff/today',
      summary: '今日の仕事。待っている申込み、今日の抽選、鍵の不具合、今日の予約',
      access: 'staff',
      answers: { output: Today, refusals: getStaffToday.refusals },
    },
    async ({ call, actor }) => {
      const [desk, applicants, rounds, doors] = await Promise.all([
        call(getStaffToday, { actor }),
        call(countApplicants, { actor }),
        call(getRoundsToday, { actor }),
        call(listDoors, { actor }),
      ])
      if (!desk.ok) return desk
      if (!applicants.ok) return applicants
      if (!rounds.ok) return rounds
      if (!doors.ok) return doors
      return done({
        ...desk.value,
        applicants: applicants.value,
        rounds: rounds.value,
        locks: locksOf(doors.value),
      })
    },
  ),
] as const

type Doors = Extract<OutcomeOf<typeof listDoors>, { ok: true }>['value']

function locksOf({ items }: Doors) {
  return { doors: items.length, faults: items.filter(door => door.problems.length > 0) }
}
