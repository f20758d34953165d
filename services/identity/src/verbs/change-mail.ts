import { emit } from '@asaichi/bus/emit.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { refuse } from '@asaichi/contract/define.ts'
import { mailChanged } from '@asaichi/contract/identity/mail-change.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { recordAct } from '../store/audit.ts'
import { endChallengesOf } from '../store/challenges.ts'
import { endHelpsOf } from '../store/password-helps.ts'
import { saveMail } from '../store/persons.ts'
import type { Tables } from '../store/schema.ts'

/** Writes a person's new address, logs it (V4) and tells it. Codes and temporary passwords of the old mailbox open nothing any more. */
export async function changeMail(
  tx: Transaction<Tables>,
  change: {
    readonly actor: Actor
    readonly changeId: string
    readonly personId: string
    readonly cityId: string
    readonly newMail: string
  },
): Promise<void> {
  const { actor, changeId, personId, cityId, newMail } = change
  await saveMail(tx, personId, newMail)
  await endChallengesOf(tx, personId)
  await endHelpsOf(tx, personId)
  await recordAct(tx, actor, { act: 'change-mail', subjectId: personId })
  await emit(tx, mailChanged, { aggregateId: changeId, version: 1, data: { changeId, personId, cityId } })
}

/** Whose mailbox it is, the unique key decides, also of two who ask at once; all that was written with it is undone. */
export async function takenIsRefused<Answer>(work: Promise<Answer>) {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && 'constraint' in error && error.constraint === 'persons_mail')
      return refuse('mail-taken')
    throw error
  }
}
