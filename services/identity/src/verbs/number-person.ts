import { randomInt } from 'node:crypto'
import { newId } from '@asaichi/service/new-id.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { insertPerson, isMailTaken } from '../store/persons.ts'
import type { Account } from '../store/profile-columns.ts'
import type { Tables } from '../store/schema.ts'

const TRIES = 50

/** S5: a new person with a number that was free; undefined where the mailbox is somebody's already. */
export async function numberPerson(
  tx: Transaction<Tables>,
  account: Account<string | null>,
): Promise<{ readonly personId: string; readonly memberNumber: string } | undefined> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    // S3: seven digits; none begins with 0, which spreadsheets and people drop.
    const person = { personId: newId(), memberNumber: String(randomInt(1_000_000, 10_000_000)) }
    if (await insertPerson(tx, { ...person, mustChange: false, account })) return person
    if (account.mail !== null && (await isMailTaken(tx, account.mail))) return undefined
  }
  throw new Error('no member number is free')
}
