import { createHash, randomUUID } from 'node:crypto'
import type { Call } from '@asaichi/bus/call.ts'
import { emit } from '@asaichi/bus/emit.ts'
import { instantAt } from '@asaichi/calendar/instant.ts'
import { whyStopped } from '@asaichi/calendar/service-stop.ts'
import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import {
  type enterLottery as enterRequest,
  entryReceived,
  staffActed,
} from '@asaichi/contract/lottery/entries.ts'
import { getBan } from '@asaichi/contract/reservation/points.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { findBookable, spacesOf } from '../domain/bookable.ts'
import { type BookableWish, type EntryReason, judgeEntry, purposeOf } from '../domain/judge-entry.ts'
import { isOfOurTime, judgeDate, judgeWindow } from '../domain/judge-window.ts'
import { findPermission, findPolicy, findVenuesOffering, lockPerson } from '../store/copies.ts'
import { findEntry, insertEntry, ownEntries, type StoredEntry } from '../store/entries.ts'
import { findHeld } from '../store/held-times.ts'
import { findKey, insertKey, type UsedKey } from '../store/keys.ts'
import { findRounds, holdRound, type RoundRecord } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'
import { shownEntry } from '../store/shown-entry.ts'

type Input = z.output<typeof enterRequest.input> & {
  /** G13: the staff member who enters for the actor. */
  readonly enteredByPerson?: string
}
type Answer = OutcomeOf<typeof enterRequest>
type Parts = { readonly db: Kysely<Tables>; readonly call: Call }
type Draft = Input & {
  readonly cityId: string
  readonly wishes: readonly BookableWish[]
  readonly bodyHash: string
  readonly bannedUntil: string | undefined
}

/** M17, M19: an entry under every rule. Its number is made here, after receipt, so that nobody can grind for a good one (A66). */
export async function enterLottery({ db, call }: Parts, input: Input): Promise<Answer> {
  const bodyHash = createHash('sha256').update(JSON.stringify(input.form)).digest('base64url')
  const used = await findKey(db, keyOf(input))
  if (used) return repeated(db, used, bodyHash)
  const wishes = await placeWishes(db, input)
  const cityId = wishes?.[0]?.bookable.venue.cityId
  if (!wishes || cityId === undefined) return refuse('unknown-listing')
  const bannedUntil = await findBan({ db, call }, { personId: input.actor.personId, cityId })
  return db.transaction().execute(tx => enter(tx, { ...input, cityId, wishes, bodyHash, bannedUntil }))
}

/**
 * G8: asked before the transaction, so that no lock waits for another service; a ban that begins meanwhile meets the next entry.
 * Where the city gives no points nothing is asked, and where it does and the answer is away, nothing is entered.
 */
async function findBan(
  { db, call }: Parts,
  person: { readonly personId: string; readonly cityId: string },
): Promise<string | undefined> {
  if (!(await findPolicy(db, person.cityId))?.points) return undefined
  const ban = await call(getBan, person)
  return ban.ok ? (ban.value.bannedUntil ?? undefined) : ban.refusal
}

/** Locks in the order round, person; what is judged is read under both. */
async function enter(tx: Transaction<Tables>, draft: Draft): Promise<Answer> {
  const found = await findOpenRound(tx, draft)
  if (found.status === 'refused') {
    // A press that was repeated while the first one was under way still gets its answer.
    const used = await findKey(tx, keyOf(draft))
    return used ? repeated(tx, used, draft.bodyHash) : { ok: false, refusal: found.reason }
  }
  await lockPerson(tx, draft.actor.personId)
  const used = await findKey(tx, keyOf(draft))
  if (used) return repeated(tx, used, draft.bodyHash)
  const reason = await judge(tx, draft, found)
  return reason ? { ok: false, refusal: reason } : done(await write(tx, draft, found))
}

type Found =
  | {
      readonly status: 'open'
      readonly record: RoundRecord
      readonly policy: CityPolicy
      readonly now: string
    }
  | { readonly status: 'refused'; readonly reason: EntryReason }

type Open = Extract<Found, { status: 'open' }>

/** The one round of all wishes, held against its freeze; the clock is read once it is held. */
async function findOpenRound(
  tx: Transaction<Tables>,
  { cityId, wishes, enteredByPerson }: Draft,
): Promise<Found> {
  const policy = await findPolicy(tx, cityId)
  const dates = wishes.map(({ wish }) => wish.date)
  if (!policy || !dates.every(isOfOurTime)) return refused({ code: 'no-lottery', detail: {} })
  const roundIds = new Set<string | undefined>()
  for (const date of dates)
    roundIds.add((await findRounds(tx, { cityId, from: date, to: date }))[0]?.round.roundId)
  const ofOneCity = wishes.every(({ bookable }) => bookable.venue.cityId === cityId)
  const [roundId] = roundIds
  if (roundIds.size > 1 || !ofOneCity) return refused({ code: 'wishes-of-different-rounds', detail: {} })
  const record = roundId === undefined ? undefined : await holdRound(tx, roundId)
  const now = await townNow(tx)
  const stopped = enteredByPerson === undefined ? whyStopped(policy.serviceStops, now) : undefined
  if (stopped) return refused({ code: 'service-stopped', detail: stopped })
  if (!record) return refused(judgeDate(policy.windows, dates[0] ?? '', now))
  const reason = judgeWindow(record.round, now)
  return reason ? refused(reason) : { status: 'open', record, policy, now }
}

async function judge(
  tx: Transaction<Tables>,
  { actor, cityId, form, wishes, enteredByPerson, bannedUntil }: Draft,
  { record: { round, rule }, policy }: Open,
): Promise<EntryReason | undefined> {
  const person = { personId: actor.personId, cityId }
  if (!rule) throw new Error('an open round has no rule')
  return judgeEntry(form, {
    policy,
    byStaff: enteredByPerson !== undefined,
    maxWishes: rule.maxWishes,
    wishes,
    permission: await findPermission(tx, person),
    bannedUntil,
    own: await ownEntries(tx, person, round.dates.first.slice(0, 7)),
    held: await findHeld(tx, {
      spaceIds: wishes.flatMap(({ bookable }) => spacesOf(bookable)),
      from: instantAt(round.dates.first, '00:00'),
      to: instantAt(round.dates.last, '24:00'),
    }),
  })
}

async function write(
  tx: Transaction<Tables>,
  { actor: { personId }, cityId, form, wishes, key, bodyHash, enteredByPerson }: Draft,
  { record: { round }, policy, now }: Open,
) {
  const { roundId, closesAt, drawAt } = round
  const purpose = purposeOf(form, policy)
  const entry: StoredEntry = {
    entryId: randomUUID(),
    roundId,
    cityId,
    personId,
    status: 'entered',
    wishes: wishes.map(storedWish),
    wonWish: null,
    voidBecause: null,
    position: null,
    eventName: form.eventName,
    people: form.people,
    note: form.note,
    ...(purpose && { purpose }),
    enteredAt: now,
    closesAt,
    drawAt,
    reservationId: null,
    priorWins: null,
    enteredByPerson: enteredByPerson ?? null,
  }
  const { entryId } = entry
  await insertEntry(tx, entry)
  await insertKey(tx, { personId, key, bodyHash, entryId, at: now })
  const about = { aggregateId: entryId, version: 1 }
  await emit(tx, entryReceived, { ...about, data: { entryId, roundId, cityId, personId } })
  if (enteredByPerson !== undefined) {
    const did = { act: 'enter-for', staffId: enteredByPerson } as const
    await emit(tx, staffActed, { ...about, data: { ...did, cityId, personId, aboutId: entryId } })
  }
  return shownEntry(entry)
}

async function placeWishes(
  db: Kysely<Tables>,
  { form }: Input,
): Promise<readonly BookableWish[] | undefined> {
  const venues = await findVenuesOffering(
    db,
    form.wishes.map(({ listingId }) => listingId),
  )
  const placed = form.wishes.flatMap(wish => {
    const bookable = findBookable(venues, wish.listingId)
    return bookable ? [{ wish, bookable }] : []
  })
  return placed.length === form.wishes.length ? placed : undefined
}

async function repeated(db: Kysely<Tables>, used: UsedKey, bodyHash: string): Promise<Answer> {
  if (used.bodyHash !== bodyHash) return refuse('key-used-differently')
  const entry = await findEntry(db, used.entryId)
  if (!entry) throw new Error('a used key points at no entry')
  return done(shownEntry(entry))
}

function storedWish({ wish, bookable }: BookableWish) {
  return {
    ...wish,
    venueId: bookable.venue.venueId,
    venueName: bookable.venue.name,
    spaceName: bookable.space.name,
    spaceIds: spacesOf(bookable),
  }
}

function keyOf({ actor, key }: Pick<Input, 'actor' | 'key'>) {
  return { personId: actor.personId, key }
}

function refused(reason: EntryReason): Found {
  return { status: 'refused', reason }
}
