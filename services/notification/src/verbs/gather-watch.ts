import { getRecipient } from '@asaichi/contract/identity/mail-facts.ts'
import { getWatchMail } from '@asaichi/contract/reservation/watches.ts'
import type { TopicOf } from '../domain/mail-topic.ts'
import { type Asking, type Gathered, gone } from './gathered.ts'

/** Mail R (G5): sent also where somebody was quicker, because the watch has ended with it. */
export async function gatherWatch({ bus }: Asking, topic: TopicOf<'time-reopened'>): Promise<Gathered> {
  const [recipient, answer] = await Promise.all([
    bus.call(getRecipient, { personId: topic.personId }),
    bus.call(getWatchMail, { watchId: topic.subjectId }),
  ])
  if (!recipient.ok || !answer.ok) return gone
  const watch = answer.value
  const content = { kind: 'time-reopened', watch } as const
  return { status: 'ready', cityId: watch.cityId, recipient: recipient.value, content }
}
