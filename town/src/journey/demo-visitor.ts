import { type DemoPerson, demoPeople } from '../demo/people.ts'
import { JourneyError } from './expect.ts'
import type { Mailbox } from './mailbox.ts'
import { Visitor } from './visitor.ts'

/** A person of the demo at the front door, who logs in as their city wants it (S3: Sapporo by number, Mitaka by mail). */
export function demoVisitor(base: string, mailbox: Mailbox, person: DemoPerson): Visitor {
  const { cityId, mail, memberNumber, password } = person
  const login = cityId === 'sapporo' ? { kind: 'member-number', memberNumber } : { kind: 'mail', mail }
  return new Visitor(base, mailbox, { cityId, login, password, mail })
}

export function demoPerson(mail: string): DemoPerson {
  const person = demoPeople.find(each => each.mail === mail)
  if (!person) throw new JourneyError(`the demo has no ${mail}`)
  return person
}
