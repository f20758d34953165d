import { done, type Outcome, refuse } from '@asaichi/contract/define.ts'
import { LockId } from '@asaichi/contract/ids.ts'
import { type Key, KeypadState } from '@asaichi/contract/lock/keypad.ts'
import { nameTranslations } from '@asaichi/contract/translations.ts'
import { z } from 'zod'
import type { AskHttp } from './neighbour-http.ts'

/** A mail the demo caught; `receivedAt` is an instant of the real clock, not of the town's. */
const DemoMail = z.object({
  id: z.int(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  receivedAt: z.string(),
})
export const DemoMails = z.object({ items: z.array(DemoMail) })

export type MailsWanted = {
  readonly to?: string | undefined
  readonly after?: number | undefined
  readonly limit: number
}

export const DemoKeypad = z.strictObject({
  lockId: LockId,
  name: z.string().max(64),
  translations: nameTranslations,
  url: z.url({ protocol: /^http$/ }),
})
export type DemoKeypad = z.infer<typeof DemoKeypad>

type Found<Value> = Outcome<
  Value,
  { readonly code: 'not-found'; readonly detail: Readonly<Record<never, never>> }
>

/** The demo's mail catcher and virtual keypads, for pages of our own; where the town names none, there is nothing to find. */
export type DemoDoors = {
  readonly mails: (wanted: MailsWanted) => Promise<Found<z.output<typeof DemoMails>>>
  readonly keypads: () => readonly Omit<DemoKeypad, 'url'>[]
  readonly keypad: (lockId: string) => Promise<Found<KeypadState>>
  readonly press: (lockId: string, key: Key) => Promise<Found<KeypadState>>
}

type Setting = { readonly mailUrl: string | undefined; readonly keypads: readonly DemoKeypad[] }

const Caught = z.object({ mails: z.array(DemoMail) })

export function createDemoDoors(ask: AskHttp, { mailUrl, keypads }: Setting): DemoDoors {
  const urlOf = (lockId: string) => keypads.find(each => each.lockId === lockId)?.url
  return {
    async mails(wanted) {
      if (mailUrl === undefined) return refuse('not-found')
      const url = new URL('/api/mails', mailUrl)
      for (const [name, value] of Object.entries(wanted))
        if (value !== undefined) url.searchParams.set(name, String(value))
      return done({ items: (await ask(url.href, Caught)).mails })
    },
    keypads: () => keypads.map(({ url: _, ...shown }) => shown),
    async keypad(lockId) {
      const url = urlOf(lockId)
      return url === undefined
        ? refuse('not-found')
        : done(await ask(new URL('/state', url).href, KeypadState))
    },
    async press(lockId, key) {
      const url = urlOf(lockId)
      if (url === undefined) return refuse('not-found')
      return done(await ask(new URL('/keypad/press', url).href, KeypadState, { key }))
    },
  }
}
