import { setTimeout as pause } from 'node:timers/promises'
import { inSpan, withTrace } from '@asaichi/service/trace.ts'
import { startWorkLoop, type WorkLoop } from '@asaichi/service/work-loop.ts'
import type { Database } from '@asaichi/store/database.ts'
import type { Context } from './context.ts'
import { LANE_NAMES, LANES, type Lane } from './domain/lanes.ts'
import { claimMails, type HeldMail, LEASE_MS, renewLeases } from './store/mails.ts'
import type { Tables } from './store/schema.ts'
import { deliverMail } from './verbs/deliver-mail.ts'

const POLL_MS = 1_000
/** What a stop leaves to deliveries in progress; one that is cut off is sent again after its lease. */
const GRACE_MS = 5_000

/** Sends what waits, each lane for itself, at once when a mail is queued; a lost notice costs one poll. */
export function startSender(ctx: Context, database: Database<Tables>): AsyncDisposable {
  const held = new Set<HeldMail>()
  const lanes = LANE_NAMES.map(lane => startLane(ctx, lane, held))
  const leases = startWorkLoop({
    work: () => renewLeases(ctx.db, [...held]).then(() => false),
    waitMs: () => LEASE_MS / 4,
    onError: err => ctx.log.warn({ err }, 'mail leases not renewed; trying again'),
  })
  const listening = database.listen(`${database.schema}_mails`, () => {
    for (const lane of lanes) lane.wake()
  })
  return {
    async [Symbol.asyncDispose]() {
      const ended = Promise.all(lanes.map(lane => lane[Symbol.asyncDispose]()))
      await Promise.race([ended, pause(GRACE_MS, undefined, { ref: false })])
      ctx.mailer.close({ force: true })
      await ended
      await leases[Symbol.asyncDispose]()
      await (await listening)[Symbol.asyncDispose]()
    },
  }
}

/** Keeps up to the lane's number of mails on their way; whose lease is to be renewed stands in `held`. */
function startLane(ctx: Context, lane: Lane, held: Set<HeldMail>): WorkLoop {
  const onTheWay = new Set<Promise<void>>()
  const deliver = (mail: HeldMail) => {
    held.add(mail)
    const span = {
      name: `mail ${mail.kind}`,
      kind: 'producer',
      attributes: { 'messaging.system': 'smtp' },
    } as const
    const work = withTrace(mail.traceparent ?? undefined, () => inSpan(span, () => deliverMail(ctx, mail)))
      .catch((err: unknown) => ctx.log.warn({ err, mailId: mail.mailId }, 'mail not settled'))
      .finally(() => {
        held.delete(mail)
        onTheWay.delete(work)
        loop.wake()
      })
    onTheWay.add(work)
  }
  const loop = startWorkLoop({
    work: async () => {
      const free = LANES[lane] - onTheWay.size
      const claimed = free > 0 ? await claimMails(ctx.db, { lane, most: free }) : []
      for (const mail of claimed) deliver(mail)
      return claimed.length > 0
    },
    waitMs: () => POLL_MS,
    onError: err => ctx.log.warn({ err, lane }, 'mails not readable; trying again'),
  })
  return {
    wake: loop.wake,
    async [Symbol.asyncDispose]() {
      await loop[Symbol.asyncDispose]()
      await Promise.all(onTheWay)
    },
  }
}
