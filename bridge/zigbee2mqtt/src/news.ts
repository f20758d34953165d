import type { DriverEvent } from '@asaichi/lock-driver/driver.ts'
import { z } from 'zod'

const LOW_PERCENT = 20

const News = z.looseObject({
  action: z.string().nullish(),
  action_user: z.int().nullish(),
  action_source_name: z.string().nullish(),
  battery: z.int().min(0).max(100).nullish(),
})
const Availability = z.looseObject({ state: z.enum(['online', 'offline']) })

/** What zigbee2mqtt says of a lock; its cached lists of codes are not among it, because they were seen to be wrong. */
export function eventsIn(leaf: string, text: string): readonly DriverEvent[] {
  if (leaf === 'availability') {
    const said = parsed(Availability, text)
    return said ? [{ type: 'reachable', isIt: said.state === 'online' }] : []
  }
  const said = leaf === '' ? parsed(News, text) : undefined
  if (!said) return []
  const { battery } = said
  const action = actionIn(said)
  return [
    ...(action ? [action] : []),
    ...(battery == null
      ? []
      : [{ type: 'battery', percent: battery, isLow: battery <= LOW_PERCENT } as const]),
  ]
}

function actionIn({
  action,
  action_user: user,
  action_source_name: source,
}: z.output<typeof News>): DriverEvent | undefined {
  if (!action) return undefined
  const slot = user ?? null
  if (action === 'unlock' && source === 'keypad') return { type: 'opened', slot }
  if (action.startsWith('unlock_failure')) return { type: 'denied' }
  if (action === 'lock' || action === 'auto_lock' || action === 'one_touch_lock') return { type: 'locked' }
  // What we change ourselves comes by radio.
  if (action.startsWith('pin_code_') && source !== 'rf') return { type: 'changed-outside', slot }
  return action.includes('tamper') ? { type: 'tamper' } : undefined
}

function parsed<S extends z.ZodType>(schema: S, text: string): z.output<S> | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
