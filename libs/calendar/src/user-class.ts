import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { UserClass } from '@asaichi/contract/catalog/user-class.ts'
import { addMs } from './instant.ts'
import { type FirstComeWindow, firstComeWindow } from './windows.ts'

type Rules = Pick<CityPolicy, 'windows' | 'classes'>
const DAY_MS = 86_400_000

/** G11: the class that counts for somebody, the city's first where staff said none that it has; nothing in a city without classes. */
export function classOf(
  { classes }: Pick<CityPolicy, 'classes'>,
  classId: string | null | undefined,
): UserClass | undefined {
  return classes?.find(each => each.classId === classId) ?? classes?.[0]
}

/**
 * G11: a first-come window as a class has it: it opens so many days later at the same time of the day, at the latest on the last
 * day on which it is open then, and closes for everybody at once.
 */
export function laterWindow(window: FirstComeWindow, of: UserClass | undefined): FirstComeWindow {
  const wanted = of?.firstComeDelayDays ?? 0
  const most = Math.ceil((Date.parse(window.closesAt) - Date.parse(window.opensAt)) / DAY_MS) - 1
  const days = Math.min(wanted, most)
  return days > 0 ? { ...window, opensAt: addMs(window.opensAt, days * DAY_MS) } : window
}

/** M21, G11: when somebody of this class can apply first come for the use date. */
export function firstComeOfClass(
  policy: Rules,
  useDate: string,
  classId: string | null | undefined,
): FirstComeWindow {
  return laterWindow(firstComeWindow(policy.windows, useDate), classOf(policy, classId))
}
