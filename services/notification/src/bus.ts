import { on } from '@asaichi/bus/apply-event.ts'
import { cityChanged } from '@asaichi/contract/catalog/city.ts'
import * as contract from '@asaichi/contract/notification/mails.ts'
import { listMyMails as listMyMailsRequest } from '@asaichi/contract/notification/own-data.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { Context } from './context.ts'
import { MAILS } from './mails/all.ts'
import { keepSignature } from './store/cities.ts'
import type { Tables } from './store/schema.ts'
import { listMails } from './verbs/list-mails.ts'
import { listMyMails } from './verbs/list-my-mails.ts'
import { markTold } from './verbs/mark-told.ts'
import { openLetter } from './verbs/open-letter.ts'
import { sendMailAgain } from './verbs/send-mail-again.ts'

/** The edge: one line per question and per fact; the facts that make a mail stand in the mail's own file. */
export function attach(context: Pick<Context, 'bus' | 'db' | 'clock' | 'publicUrl'>): void {
  const { bus, db } = context
  bus.serve(contract.listMails, input => listMails(db, input))
  bus.serve(listMyMailsRequest, input => listMyMails(db, input))
  bus.serve(contract.sendMailAgain, input => sendMailAgain(db, input))
  bus.serve(contract.openLetter, input => openLetter(context, input))
  bus.serve(contract.markTold, input => markTold(context, input))

  const listeners = [
    on(cityChanged, (tx: Transaction<Tables>, fact) => keepSignature(tx, fact.data)),
    ...MAILS.values().map(mail => mail.listener),
  ]
  for (const [service, heard] of Map.groupBy(listeners, ({ event }) => event.service))
    bus.listen(service, heard)
}
