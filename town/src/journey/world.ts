import { holidayName } from '@asaichi/calendar/holidays.ts'
import { localDateOf, localTimeOf } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { z } from 'zod'
import { demoPeople } from '../demo/people.ts'
import { usualDayFrom } from '../demo/year-end.ts'
import type { TownRecord } from '../town-record.ts'
import { demoVisitor } from './demo-visitor.ts'
import { JourneyError } from './expect.ts'
import { Keypad } from './keypad.ts'
import { Mailbox } from './mailbox.ts'
import type { Booker } from './thread.ts'
import { parsed, Visitor } from './visitor.ts'

const Time = z.object({ now: z.string() })

/** The town as the story sees it: people at the front door, a mailbox, keypads, and the hand on the clock. */
export type World = {
  readonly mailbox: Mailbox
  readonly newcomer: { readonly mail: string; readonly password: string; readonly visitor: Visitor }
  readonly resident: Visitor
  readonly residentMail: string
  readonly neighbour: Booker
  readonly staff: Visitor
  readonly sapporoResident: Visitor
  readonly passerBy: Visitor
  readonly keypad: (lockId: string) => Keypad
  /** A use date far enough ahead that nothing of it has begun: no Tuesday, holiday or year's end. */
  readonly useDate: string
  /** The use date whose hours are drawn by lot, so far after the other that its entries open when that one is over. */
  readonly drawDate: string
  readonly moveClock: (now: string, hold?: boolean) => Promise<void>
  readonly townTime: () => Promise<string>
}

export async function openWorld(urls: TownRecord['urls']): Promise<World> {
  const mailbox = new Mailbox(urls.mail)
  const passerBy = new Visitor(urls.app, mailbox)
  const admin = visitorOf(urls.app, mailbox, { cityId: 'mitaka', role: 'admin' })
  const now = async () => parsed(Time, await passerBy.get('/api/time'), 'time').now
  const useDate = useDateAfter(localDateOf(await now()))
  const newcomer = { mail: `journey-${Date.now()}@example.jp`, password: 'asa-no-hikari-7' }
  return {
    mailbox,
    passerBy,
    newcomer: {
      ...newcomer,
      visitor: new Visitor(urls.app, mailbox, {
        cityId: 'mitaka',
        login: { kind: 'mail', mail: newcomer.mail },
        ...newcomer,
      }),
    },
    resident: visitorOf(urls.app, mailbox, { cityId: 'mitaka', role: 'resident' }).visitor,
    residentMail: visitorOf(urls.app, mailbox, { cityId: 'mitaka', role: 'resident' }).mail,
    neighbour: visitorOf(urls.app, mailbox, { cityId: 'mitaka', role: 'resident', nr: 1 }),
    staff: visitorOf(urls.app, mailbox, { cityId: 'mitaka', role: 'staff' }).visitor,
    sapporoResident: visitorOf(urls.app, mailbox, { cityId: 'sapporo', role: 'resident' }).visitor,
    keypad: lockId => new Keypad(urlOfKeypad(urls, lockId)),
    useDate,
    drawDate: useDateAfter(useDate),
    moveClock: async (instant, hold = true) => {
      parsed(Time, await admin.visitor.post('/api/demo/clock', { now: instant, hold }), `clock to ${instant}`)
    },
    townTime: async () => {
      const instant = await now()
      return `${localDateOf(instant)} ${localTimeOf(instant)}${instant.slice(16, 23)}`
    },
  }
}

function visitorOf(
  base: string,
  mailbox: Mailbox,
  { cityId, role, nr = 0 }: { readonly cityId: string; readonly role: string; readonly nr?: number },
): Booker & { readonly visitor: Visitor } {
  const person = demoPeople.filter(each => each.cityId === cityId && each.role === role)[nr]
  if (!person) throw new JourneyError(`the demo has no ${role} in ${cityId}`)
  const visitor = demoVisitor(base, mailbox, person)
  return { mail: person.mail, visitor, who: visitor }
}

function urlOfKeypad(urls: TownRecord['urls'], lockId: string): string {
  const keypad = urls.keypads.find(each => each.lockId === lockId)
  if (!keypad) throw new JourneyError(`no keypad at ${lockId}`)
  return keypad.url
}

function useDateAfter(today: string): string {
  let date = usualDayFrom(addDays(today, 37))
  while (holidayName(date) !== undefined) date = usualDayFrom(addDays(date, 1))
  return date
}
