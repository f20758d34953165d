import { type Fact, type Listener, on } from '@asaichi/bus/apply-event.ts'
import type { Call } from '@asaichi/bus/call.ts'
import type { Language } from '@asaichi/contract/actor.ts'
import type { Event } from '@asaichi/contract/define.ts'
import type { getRecipient } from '@asaichi/contract/identity/mail-facts.ts'
import type { z } from 'zod'
import type { InCalendar } from '../about/calendar-file.ts'
import { compose, type MailText } from '../domain/compose.ts'
import type { Lane } from '../domain/lanes.ts'
import { type Body, type Frame, signingIn } from '../domain/letter.ts'
import { LANGUAGES } from '../languages/all.ts'
import { type Asked, insertMails, type Queued } from '../store/mails.ts'
import type { Tables } from '../store/schema.ts'

/** All of one kind of mail: how urgent it is, which fact makes it, what it asks for when it is sent, and its words. */
type Plan<Data extends z.ZodType, Topic extends z.ZodType<object>, Facts> = {
  readonly kind: string
  /** What staff call it. It must not tell more than a list may: whether somebody was known, or had luck. */
  readonly name: Readonly<Record<Language, string>>
  readonly lane: Lane
  readonly cause: Event<Data>
  /** The mails a fact makes. Ids only (D12); the same fact told twice is one mail. */
  readonly queue: (fact: Fact<z.output<Data>>) => readonly (Queued & z.input<Topic>)[]
  /** What of its row the facts are asked for with. */
  readonly topic: Topic
  /** The claim check (D12): asks the services that own them for address and facts, at the moment of sending. */
  readonly gather: (call: Call, topic: z.output<Topic>) => Promise<Gathered<Facts>>
  /** Nothing is begun to be sent from `staleAt` on: a reminder of what has begun only confuses. */
  readonly neverLate?: true
  /** B11: whether the reservation goes along for the calendar of a phone, or what takes it back. */
  readonly withCalendar?: true
  readonly words: Readonly<Record<Language, Words<Facts>>>
}
type Words<Facts> = (facts: Facts, frame: Frame) => Body

export type Gathered<Facts> =
  | {
      readonly status: 'ready'
      readonly cityId: string
      readonly recipient: Recipient
      readonly facts: Facts
      /** From when on the mail tells nothing of use; five days after its fact where there is no such moment. */
      readonly staleAt?: string
      /** The reservations that it changes in a calendar. */
      readonly calendar?: readonly InCalendar[]
    }
  | Unready

/** `dropped`: there is nothing left to tell. `not-yet`: worth asking again. */
export type Unready = { readonly status: 'dropped' | 'not-yet'; readonly reason: string }
export type Recipient = z.output<typeof getRecipient.output>

/** A mail as the bus and the sender see it, whatever its facts are. */
export type Mail = {
  readonly kind: string
  readonly name: Readonly<Record<Language, string>>
  readonly listener: Listener<Tables>
  readonly prepare: (call: Call, row: Asked) => Promise<Prepared>
}
export type Ready = {
  readonly status: 'ready'
  readonly cityId: string
  readonly recipient: Recipient
  readonly staleAt: string | undefined
  readonly neverLate: boolean
  readonly calendar: readonly InCalendar[]
  readonly write: (frame: Frame) => MailText
  /** W6: the same on paper, without the pages that only who has a mailbox can open. */
  readonly writeLetter: (frame: Frame) => MailText
}
type Prepared = Ready | Unready

export function mail<Data extends z.ZodType, Topic extends z.ZodType<object>, Facts>(
  plan: Plan<Data, Topic, Facts>,
): Mail & { readonly write: (facts: Facts, frame: Frame, language: Language) => MailText } {
  const { kind, name, lane, words, withCalendar = false, neverLate = false } = plan
  const write = (facts: Facts, frame: Frame, language: Language) => {
    const own = { ...frame, city: signingIn(frame.city, language) }
    return compose(words[language](facts, own), own, LANGUAGES[language])
  }
  const writeLetter = (facts: Facts, frame: Frame, language: Language) => {
    const own = { ...frame, city: signingIn(frame.city, language) }
    const paper = LANGUAGES[language]
    return compose(onPaper(words[language](facts, own)), own, { ...paper, closing: paper.closingOnPaper })
  }
  return {
    kind,
    name,
    listener: on(plan.cause, (tx, fact) => insertMails(tx, { kind, lane }, plan.queue(fact))),
    async prepare(call, row) {
      const gathered = await plan.gather(call, plan.topic.parse(row))
      if (gathered.status !== 'ready') return gathered
      const { cityId, recipient, facts, staleAt, calendar = [] } = gathered
      return {
        status: 'ready',
        cityId,
        recipient,
        staleAt,
        neverLate,
        calendar: withCalendar ? calendar : [],
        write: frame => write(facts, frame, recipient.language),
        writeLetter: frame => writeLetter(facts, frame, recipient.language),
      }
    },
    write,
  }
}

function onPaper({ subject, blocks }: Body): Body {
  return { subject, blocks: blocks.filter(block => block.kind !== 'link') }
}

/** Whether a mail that is of no use from some moment on is past it. */
export function isTooLate({ staleAt, neverLate }: Ready, now: string): boolean {
  return neverLate && staleAt !== undefined && staleAt <= now
}

export const gone: Unready = { status: 'dropped', reason: 'nothing to tell any more' }
export const overtaken: Unready = { status: 'dropped', reason: 'overtaken' }

export function notYet(reason: string): Unready {
  return { status: 'not-yet', reason }
}
