import { CallFault } from '@asaichi/bus/call.ts'
import { emit } from '@asaichi/bus/emit.ts'
import { mailSent } from '@asaichi/contract/notification/mails.ts'
import type { Clock } from '@asaichi/service/clock.ts'
import { counter } from '@asaichi/service/metrics.ts'
import { calendarFile } from '../about/calendar-file.ts'
import type { Context } from '../context.ts'
import { afterFailure, MOST_UNCLEAR } from '../domain/retry.ts'
import { MAILS } from '../mails/all.ts'
import { isTooLate, type Ready } from '../mails/mail.ts'
import { findSignature } from '../store/cities.ts'
import { type HeldMail, type Settling, settleMail } from '../store/mails.ts'

type Attempt =
  | { readonly status: 'sent' | 'to-tell'; readonly cityId: string }
  | {
      readonly status: 'dropped' | 'refused'
      readonly error: string
      readonly cityId: string | null
    }
  | NotYet
type NotYet = {
  readonly status: 'not-yet' | 'maybe-taken'
  readonly error: string
  readonly cityId: string | null
  /** When there is nothing of use left to tell, where the fact names it; the town's time. */
  readonly staleAt?: string | undefined
}

/** Asks for the facts, hands the mail to the server, then writes down how it went: at least once, always under the same Message-ID (D22). */
export async function deliverMail(ctx: Context, held: HeldMail): Promise<void> {
  const attempt = await tryToSend(ctx, held)
  const unclear = held.unclear + (attempt.status === 'maybe-taken' ? 1 : 0)
  const settling = settlingOf(ctx, attempt, { ...held, unclear })
  const kept = await ctx.db.transaction().execute(async tx => {
    const isOurs = await settleMail(tx, held, { ...settling, cityId: attempt.cityId, unclear })
    if (isOurs && settling.status === 'sent')
      await emit(tx, mailSent, {
        aggregateId: held.mailId,
        version: 1,
        data: { mailId: held.mailId, kind: held.kind, subjectId: held.subjectId },
      })
    return isOurs
  })
  const { mailId, kind, attempts } = held
  const facts = { mailId, kind, attempts, status: settling.status, error: errorOf(settling) }
  if (kept) countSettled(MAILS.has(kind) ? kind : 'unknown', settling.status)
  if (!kept) ctx.log.warn(facts, 'mail lease lost; another sender has it')
  else if (settling.status === 'failed') ctx.log.error(facts, 'mail given up')
  else if (settling.status === 'waiting') ctx.log.warn(facts, 'mail not sent; trying again')
  else if (settling.status === 'dropped') ctx.log.info(facts, 'mail dropped')
}

const countSettled = counter('mails_settled_total')

async function tryToSend(ctx: Context, held: HeldMail): Promise<Attempt> {
  // Its senders died again and again before they could write anything down.
  if (held.unclear >= MOST_UNCLEAR) return { status: 'not-yet', error: 'no try ended', cityId: held.cityId }
  try {
    const mail = MAILS.get(held.kind)
    // Queued by a newer build that is being rolled out, or rolled back.
    if (!mail) return { status: 'not-yet', error: 'unknown kind', cityId: held.cityId }
    const prepared = await mail.prepare(ctx.bus.call, held)
    if (prepared.status !== 'ready')
      return { status: prepared.status, error: prepared.reason, cityId: held.cityId }
    const { cityId, recipient } = prepared
    if (isTooLate(prepared, ctx.clock.now())) return { status: 'dropped', error: 'too late to tell', cityId }
    // W6: staff tell who has no mail.
    if (recipient.mail === null) return { status: 'to-tell', cityId }
    return await send(ctx, held, { ...prepared, recipient: { ...recipient, mail: recipient.mail } })
  } catch (err) {
    if (!(err instanceof CallFault))
      ctx.log.error({ mailId: held.mailId, ...faultFacts(err) }, 'mail could not be made')
    return { status: 'not-yet', error: faultFacts(err).fault, cityId: held.cityId }
  }
}

async function send(
  { db, mailer, clock, publicUrl }: Context,
  held: HeldMail,
  { cityId, recipient, staleAt, calendar, write }: Ready & { readonly recipient: { readonly mail: string } },
): Promise<Attempt> {
  const city = await findSignature(db, cityId)
  if (!city) return { status: 'not-yet', error: 'city not known yet', cityId, staleAt }
  const { name, mail: address } = recipient
  const now = clock.now()
  const delivery = await mailer.send({
    messageId: messageIdOf(held.mailId, publicUrl),
    to: { name, address },
    date: now,
    attachments: calendar.map(reservation => calendarFile(reservation, { city, publicUrl, now })),
    ...write({ city, name, publicUrl }),
  })
  switch (delivery.status) {
    case 'accepted':
      return { status: 'sent', cityId }
    case 'refused':
      return { status: 'refused', error: delivery.error, cityId }
    case 'unclear':
      return { status: 'not-yet', error: delivery.error, cityId, staleAt }
    case 'maybe-taken':
      return { status: 'maybe-taken', error: delivery.error, cityId, staleAt }
  }
}

function settlingOf({ clock }: Context, attempt: Attempt, held: HeldMail): Settling {
  switch (attempt.status) {
    case 'sent':
    case 'to-tell':
      return { status: attempt.status }
    case 'dropped':
      return { status: 'dropped', error: attempt.error }
    case 'refused':
      return { status: 'failed', error: attempt.error }
    case 'not-yet':
    case 'maybe-taken':
      return { ...afterFailure({ ...held, leftMs: leftMs(clock, attempt, held) }), error: attempt.error }
  }
}

function leftMs(clock: Clock, { staleAt }: NotYet, { patienceMs }: HeldMail): number {
  return staleAt === undefined ? patienceMs : Date.parse(staleAt) - Date.parse(clock.now())
}

/** `<mail id@domain of the pages>`, the same at every try, so that a mailbox that gets it twice can tell. */
function messageIdOf(mailId: string, publicUrl: string): string {
  const { hostname } = new URL(publicUrl)
  return `<${mailId}@${hostname.includes('.') ? hostname : 'asaichi.local'}>`
}

// A fault's own words may quote the answer it stumbled over, so only its kind and its place in the code are kept.
function faultFacts(error: unknown): { readonly fault: string; readonly at?: readonly string[] } {
  if (error instanceof CallFault) return { fault: error.message }
  if (!(error instanceof Error)) return { fault: typeof error }
  const at = error.stack?.split('\n').filter(line => /^ {4}at /.test(line)) ?? []
  return { fault: error.name, at: at.slice(0, 8) }
}

function errorOf(settling: Settling): string | undefined {
  return 'error' in settling ? settling.error : undefined
}
