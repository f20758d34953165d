import { emit } from '@asaichi/bus/emit.ts'
import type { Actor, PermissionStatus } from '@asaichi/contract/actor.ts'
import { type CityPolicy, cityChanged } from '@asaichi/contract/catalog/city.ts'
import { venueChanged } from '@asaichi/contract/catalog/venue.ts'
import type { OutcomeOf } from '@asaichi/contract/define.ts'
import { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import type { DrawBundle } from '@asaichi/contract/lottery/draw-bundle.ts'
import { type Entry, type EntryForm, enterLottery } from '@asaichi/contract/lottery/entries.ts'
import { getBundlePart, getRound } from '@asaichi/contract/lottery/rounds.ts'
import type { Log } from '@asaichi/service/log.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Running } from '@asaichi/service/run.ts'
import { type Bed, startBed } from '@asaichi/testkit/bed.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { EVERYDAY_EVENT } from '@asaichi/testkit/everyday-event.ts'
import { newcomers } from '@asaichi/testkit/newcomers.ts'
import { type Producer, startProducer } from '@asaichi/testkit/producer.ts'
import type { AtFailpoint } from '../src/context.ts'
import { startLottery } from '../src/start.ts'
import { type LocalBeacon, startLocalBeacon } from './local-beacon.ts'

/** The round of 2024-12-01, by Mitaka's windows. */
export const DATE = '2024-12-01'
export const OPENS = '2024-10-26T15:00:00.000Z'
export const CLOSES = '2024-11-02T15:00:00.000Z'
export const BEACON = '2024-11-02T21:50:00.000Z'
export const FALLBACK = '2024-11-02T21:58:00.000Z'
export const HOUR = '2024-11-02T22:00:00.000Z'

export const staff: Actor = { personId: newId(), role: 'staff', cityId: 'mitaka' }
export const staffElsewhere: Actor = { personId: newId(), role: 'staff', cityId: 'sapporo' }

export type LotteryBed = Bed & {
  readonly beacon: LocalBeacon
  /** The first process of the service. */
  readonly lottery: Running
  readonly neighbours: Readonly<Record<'catalog' | 'identity' | 'reservation', Producer>>
  readonly startReplica: (failpoint?: AtFailpoint) => Promise<Running>
  readonly people: (count: number, status?: PermissionStatus, adultFrom?: string) => Promise<readonly Actor[]>
  readonly person: (status?: PermissionStatus, adultFrom?: string) => Promise<Actor>
  readonly setPermission: (actor: Actor, status: PermissionStatus, version: number) => Promise<void>
  readonly enter: (
    actor: Actor,
    form?: Partial<EntryForm> & { readonly wish?: Partial<EntryForm['wishes'][number]> },
    key?: string,
  ) => Promise<OutcomeOf<typeof enterLottery>>
  readonly entered: (...args: Parameters<LotteryBed['enter']>) => Promise<Entry>
  readonly round: (date?: string) => Promise<Extract<OutcomeOf<typeof getRound>, { ok: true }>['value']>
  readonly bundle: (roundId: string) => Promise<DrawBundle>
}

type Options = {
  readonly policy?: Partial<CityPolicy>
  readonly failpoint?: AtFailpoint
  readonly anchorFile?: string
  readonly startAt?: string
}

/** The lottery with its neighbours telling it a city, a venue and people, and a beacon of its own; entries for 12-01 are open. */
export async function startLotteryBed(options: Options = {}): Promise<LotteryBed> {
  const bed = await startBed()
  await bed.at('2024-10-25T03:00:00.000Z')
  const beacon = await startLocalBeacon()
  const neighbours = {
    catalog: await startProducer(bed, 'catalog'),
    identity: await startProducer(bed, 'identity'),
    reservation: await startProducer(bed, 'reservation'),
  }
  const city = demoCity({ cityId: 'mitaka', ...options.policy })
  await neighbours.catalog.publish(async tx => {
    const facts = { version: 1 }
    await emit(tx, cityChanged, { aggregateId: 'mitaka', version: 1, data: { city, ...facts } })
    await emit(tx, venueChanged, {
      aggregateId: 'kokaido',
      version: 1,
      data: { venue: demoVenue(), ...facts },
    })
  })
  const startReplica = (failpoint?: AtFailpoint) =>
    bed.start('lottery', (config, log: Log) =>
      startLottery(
        {
          ...config,
          BEACON_URL: beacon.url,
          BEACON_CHAIN: beacon.chain,
          AUDIT_ANCHOR_FILE: options.anchorFile,
        },
        log,
        { ...(failpoint && { failpoint }) },
      ),
    )
  const lottery = await startReplica(options.failpoint)
  await bed.quiet(neighbours.catalog)
  await bed.at(options.startAt ?? OPENS)

  const people: LotteryBed['people'] = (count, status, adultFrom) =>
    newcomers(bed, neighbours.identity, { count, ...(status && { status }), ...(adultFrom && { adultFrom }) })
  const enter: LotteryBed['enter'] = (actor, { wish, ...form } = {}, key = newId()) =>
    bed.call(enterLottery, {
      actor,
      key,
      form: entryForm({ ...form, ...(wish && { wishes: [wishOf(wish)] }) }),
    })

  return {
    ...bed,
    beacon,
    lottery,
    neighbours,
    startReplica,
    people,
    enter,
    async person(status, adultFrom) {
      const [actor] = await people(1, status, adultFrom)
      if (!actor) throw new Error('nobody')
      return actor
    },
    async setPermission({ personId, cityId }, status, version) {
      await neighbours.identity.publish(tx =>
        emit(tx, permissionChanged, {
          aggregateId: `${personId}:${cityId}`,
          version,
          data: { personId, cityId, status, adultFrom: '2000-01-01' },
        }),
      )
      await bed.quiet(neighbours.identity)
    },
    async entered(...args) {
      const outcome = await enter(...args)
      if (!outcome.ok) throw new Error(`not entered: ${outcome.refusal.code}`)
      return outcome.value
    },
    async round(date = DATE) {
      const outcome = await bed.call(getRound, { cityId: 'mitaka', date })
      if (!outcome.ok) throw new Error('no round')
      return outcome.value
    },
    async bundle(roundId) {
      const texts: string[] = []
      for (let part = 0, parts = 1; part < parts; part++) {
        const outcome = await bed.call(getBundlePart, { roundId, part })
        if (!outcome.ok) throw new Error('no bundle')
        parts = outcome.value.parts
        texts.push(outcome.value.text)
      }
      // Safe for a test: verifyBundle parses it again.
      return JSON.parse(texts.join('')) as DrawBundle
    },
    async [Symbol.asyncDispose]() {
      for (const neighbour of Object.values(neighbours)) await neighbour[Symbol.asyncDispose]()
      await bed[Symbol.asyncDispose]()
      await beacon[Symbol.asyncDispose]()
    },
  }
}

export function wishOf(differences: Partial<EntryForm['wishes'][number]> = {}): EntryForm['wishes'][number] {
  return { listingId: 'yoshitsu', date: DATE, from: '09:00', to: '10:00', ...differences }
}

export function entryForm(differences: Partial<EntryForm>): EntryForm {
  return {
    wishes: [wishOf()],
    ...EVERYDAY_EVENT,
    ...differences,
  }
}
