import { setTimeout } from 'node:timers/promises'
import { mustBe } from '../../journey/expect.ts'
import type { Check } from '../check.ts'
import type { Field } from '../field.ts'
import { register } from '../people.ts'

// Longer than the twenty seconds after which it was sent again once; RFC 5321 4.5.3.2.6 asks for ten minutes.
const LATE_MS = 24_000

export const slowMailChecks: readonly Check[] = [
  { id: 'B9', says: 'a server that answers the final dot late gets one mail', play: oneMail },
]

async function oneMail(field: Field): Promise<void> {
  const mail = 'field-slow@example.jp'
  field.mailServer.treat(mail, { answerAfterMs: LATE_MS })
  mustBe((await register(field, { mail })).answer.status, 202, 'registration')
  await field.mailbox.waitFor(mail, /#token=/, new Set())
  await setTimeout(LATE_MS + 3_000)
  mustBe(await field.mailbox.count(mail), 1, 'copies in the mailbox')
}
