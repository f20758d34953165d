import {
  getConfirmationMail,
  getLoginCodeMail,
  getPermissionMail,
  getRecipient,
} from '@asaichi/contract/identity/mail-facts.ts'
import { getPasswordHelpMail } from '@asaichi/contract/identity/password.ts'
import { getDoorCodes } from '@asaichi/contract/lock/door-codes.ts'
import { getMailFacts } from '@asaichi/contract/reservation/reservation.ts'
import type { Content, Door, ReservationFacts } from '../domain/content.ts'
import type { MailTopic, ReservationTopic, TopicOf } from '../domain/mail-topic.ts'
import { gatherEntry } from './gather-entry.ts'
import { gatherWatch } from './gather-watch.ts'
import { type Asking, type Gathered, gone, overtaken } from './gathered.ts'

/** The claim check (D12): asks the services that own them for address and facts, at the moment of sending. */
export function gatherContent(ctx: Asking, topic: MailTopic): Promise<Gathered> {
  switch (topic.kind) {
    case 'confirm-registration':
      return confirmation(ctx, topic)
    case 'login-code':
      return loginCode(ctx, topic)
    case 'password-help':
      return passwordHelp(ctx, topic)
    case 'password-changed':
      return passwordChange(ctx, topic)
    case 'permission-changed':
      return permission(ctx, topic)
    case 'time-reopened':
      return gatherWatch(ctx, topic)
    case 'entry-received':
    case 'entry-result':
      return gatherEntry(ctx, topic)
    case 'reservation-received':
    case 'reservation-approved':
    case 'reservation-refused':
    case 'reservation-cancelled':
    case 'reservation-expired':
    case 'codes-changed':
      return reservation(ctx, topic)
  }
}

async function confirmation({ bus }: Asking, topic: TopicOf<'confirm-registration'>): Promise<Gathered> {
  const answer = await bus.call(getConfirmationMail, { registrationId: topic.subjectId })
  if (!answer.ok) return gone
  const { cityId, content, ...recipient } = answer.value
  const told = content.kind === 'confirm' ? { ...content, kind: 'confirm-registration' as const } : content
  return { status: 'ready', cityId, recipient, content: told }
}

async function loginCode({ bus }: Asking, topic: TopicOf<'login-code'>): Promise<Gathered> {
  const answer = await bus.call(getLoginCodeMail, { challengeId: topic.subjectId })
  if (!answer.ok)
    return answer.refusal.code === 'expired' ? { status: 'dropped', reason: 'code expired' } : gone
  const { cityId, code, expiresAt, ...recipient } = answer.value
  return { status: 'ready', cityId, recipient, content: { kind: 'login-code', code, expiresAt } }
}

async function passwordHelp({ bus }: Asking, topic: TopicOf<'password-help'>): Promise<Gathered> {
  const answer = await bus.call(getPasswordHelpMail, { helpId: topic.subjectId })
  if (!answer.ok)
    return answer.refusal.code === 'expired' ? { status: 'dropped', reason: 'password expired' } : gone
  const { cityId, password, expiresAt, ...recipient } = answer.value
  return { status: 'ready', cityId, recipient, content: { kind: 'password-help', password, expiresAt } }
}

async function passwordChange({ bus }: Asking, topic: TopicOf<'password-changed'>): Promise<Gathered> {
  const recipient = await bus.call(getRecipient, { personId: topic.personId })
  if (!recipient.ok) return gone
  const { cityId } = topic
  return { status: 'ready', cityId, recipient: recipient.value, content: { kind: 'password-changed' } }
}

async function permission({ bus }: Asking, topic: TopicOf<'permission-changed'>): Promise<Gathered> {
  const { personId, cityId, outcome } = topic
  const [recipient, answer] = await Promise.all([
    bus.call(getRecipient, { personId }),
    bus.call(getPermissionMail, { personId, cityId }),
  ])
  if (!recipient.ok || !answer.ok) return gone
  const { status, reason } = answer.value
  if (status !== outcome) return overtaken
  const content: Content =
    outcome === 'approved' ? { kind: 'permission-approved' } : { kind: 'permission-returned', reason }
  return { status: 'ready', cityId, recipient: recipient.value, content }
}

async function reservation(ctx: Asking, topic: ReservationTopic): Promise<Gathered> {
  const { bus } = ctx
  const [recipient, answer] = await Promise.all([
    bus.call(getRecipient, { personId: topic.personId }),
    bus.call(getMailFacts, { reservationId: topic.subjectId }),
  ])
  if (!recipient.ok || !answer.ok) return gone
  const facts = answer.value
  const ready = { status: 'ready', cityId: facts.cityId, recipient: recipient.value } as const
  if (topic.kind !== 'reservation-approved' && topic.kind !== 'codes-changed')
    return { ...ready, content: { kind: topic.kind, facts } }
  // A cancelled booking's codes would send its owner to a closed door; mail K tells the rest.
  if (facts.status !== 'approved') return overtaken
  const doors = await doorsOf(ctx, facts)
  if (!doors) return { status: 'not-yet', reason: 'door codes not ready' }
  return { ...ready, content: { kind: topic.kind, facts, doors } }
}

async function doorsOf({ bus }: Asking, facts: ReservationFacts): Promise<readonly Door[] | undefined> {
  const answer = await bus.call(getDoorCodes, { reservationId: facts.reservationId, asker: 'mail' })
  if (answer.ok) return answer.value.doors
  return answer.refusal.code === 'not-found' && !facts.spaceHasDoor ? [] : undefined
}
