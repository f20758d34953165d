import { localDateOf } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import type { MailCatcher } from '@asaichi/servers/mail-catcher/mail-catcher.ts'
import { usualDayFrom } from '../demo/year-end.ts'
import { demoPerson, demoVisitor } from '../journey/demo-visitor.ts'
import type { Visitor } from '../journey/visitor.ts'
import { openWorld, type World } from '../journey/world.ts'
import type { TownRecord } from '../town-record.ts'

/** The story's world, with a mail server whose moods a check may set, a group, and days that no other check books. */
export type Field = World & {
  readonly app: string
  readonly mqtt: string
  readonly mailServer: Pick<MailCatcher, 'treat'>
  /** G1: 朝の読書会. */
  readonly group: Visitor
  readonly sapporoStaff: Visitor
  /** A date of first-come that nobody else of the field has asked for; opens at nine. */
  readonly nextDay: () => string
}

export async function openField(urls: TownRecord['urls'], mailServer: MailCatcher): Promise<Field> {
  const world = await openWorld({ ...urls, mail: mailServer.httpUrl })
  const visitor = (mail: string) => demoVisitor(urls.app, world.mailbox, demoPerson(mail))
  const field = {
    ...world,
    app: urls.app,
    mqtt: urls.mqtt,
    mailServer,
    group: visitor('book.circle@example.jp'),
    sapporoStaff: visitor('staff.sapporo@example.jp'),
    nextDay: daysFrom(addDays(localDateOf(await nowOf(world)), 4)),
  }
  // Two checks at once would log the same person in twice, each with the other's code.
  for (const who of [field.resident, field.neighbour.who, field.group, field.staff]) await who.login()
  return field
}

/** M12: no Tuesday, when the hall opens at half past ten, and no day on which it is shut. */
function daysFrom(first: string): () => string {
  let next = first
  return () => {
    const date = usualDayFrom(next)
    next = addDays(date, 1)
    return date
  }
}

async function nowOf(world: World): Promise<string> {
  const { body } = await world.passerBy.get('/api/time')
  return String(Reflect.get(Object(body), 'now'))
}
