import type { Sample } from '../scenarios/scenario.ts'
import { median, spread } from './statistics.ts'

export type ScenarioName =
  | 'bare'
  | 'naive'
  | 'path'
  | 'desk'
  | 'availability'
  | 'burst'
  | 'openModel'
  | 'venues'
  | 'winners'
  | 'residents'
  | 'replicas'

/** The samples of one round, as far as they were taken. */
export type Round = Readonly<Partial<Record<ScenarioName, Sample>>>

type Wanted = { readonly must: number; readonly reach: number; readonly better: 'more' | 'less' }

/** `value` is taken within each round, so that what is compared ran in the same minute; the figure is their median. */
export type Figure = {
  readonly name: string
  readonly title: string
  readonly needs: readonly ScenarioName[]
  readonly value: (round: Round) => number
  /** Measured without a promise where this is missing. */
  readonly wanted?: Wanted
}

export const FIGURES: readonly Figure[] = [
  {
    name: 'desk',
    title: 'attempts/s, reservation + PostgreSQL / H',
    needs: ['bare', 'desk'],
    value: round => of(round, 'desk', 'perSecond') / of(round, 'bare', 'perSecond'),
    wanted: { must: 0.5, reach: 0.7, better: 'more' },
  },
  {
    name: 'path',
    title: 'attempts/s, whole path / H',
    needs: ['bare', 'path'],
    value: round => of(round, 'path', 'perSecond') / of(round, 'bare', 'perSecond'),
    wanted: { must: 0.2, reach: 0.3, better: 'more' },
  },
  {
    name: 'cpu',
    title: 'CPU per attempt, whole path, in C',
    needs: ['bare', 'path'],
    value: round => of(round, 'path', 'cpuUs') / of(round, 'bare', 'cpuUs'),
    wanted: { must: 6, reach: 4, better: 'less' },
  },
  {
    name: 'cpu-naive',
    title: 'times cheaper than the naive path',
    needs: ['naive', 'path'],
    value: round => of(round, 'naive', 'cpuUs') / of(round, 'path', 'cpuUs'),
    wanted: { must: 3, reach: 5, better: 'more' },
  },
  {
    name: 'availability',
    title: 'availability GET / bare GET of the same bytes',
    needs: ['availability'],
    value: round =>
      of(round, 'availability', 'gatewayPerSecond') / of(round, 'availability', 'barePerSecond'),
    wanted: { must: 0.5, reach: 0.8, better: 'more' },
  },
  {
    name: 'burst',
    title: '2,000 residents, 100 slots: last answer, ms',
    needs: ['burst'],
    value: round => of(round, 'burst', 'lastMs'),
    wanted: { must: 1_000, reach: 500, better: 'less' },
  },
  {
    name: 'open-model',
    title: 'p99 at 1,000 arrivals/s, open model, ms',
    needs: ['openModel'],
    value: round => of(round, 'openModel', 'p99Ms'),
    wanted: { must: 150, reach: 50, better: 'less' },
  },
  {
    name: 'winners',
    title: '10,000 draw winners placed, s',
    needs: ['winners'],
    value: round => of(round, 'winners', 'seconds'),
    wanted: { must: 2, reach: 1, better: 'less' },
  },
  {
    name: 'venues',
    title: 'CPU per attempt at 10 times the venues / at one',
    needs: ['venues'],
    value: round => of(round, 'venues', 'ratio'),
    wanted: { must: 1.2, reach: 1, better: 'less' },
  },
  {
    name: 'residents',
    title: 'CPU per attempt at 10 times the residents / at one',
    needs: ['residents'],
    value: round => of(round, 'residents', 'manyUs') / of(round, 'residents', 'fewUs'),
  },
  {
    name: 'replicas',
    title: 'two gateways, two reservations: attempts/s / H',
    needs: ['bare', 'replicas'],
    value: round => of(round, 'replicas', 'perSecond') / of(round, 'bare', 'perSecond'),
  },
  {
    name: 'replicas-cpu',
    title: 'two gateways, two reservations: CPU per attempt, in C',
    needs: ['bare', 'replicas'],
    value: round => of(round, 'replicas', 'cpuUs') / of(round, 'bare', 'cpuUs'),
  },
]

/** A figure as it goes into the table and, less its spread, into the JSON. */
export type Result = {
  readonly figure: string
  readonly value: number
  readonly must: number | null
  readonly reach: number | null
  readonly pass: boolean
  readonly least: number
  readonly most: number
}

export function resultOf(figure: Figure, rounds: readonly Round[]): Result {
  const values = rounds.map(figure.value).filter(value => Number.isFinite(value))
  const value = median(values)
  const { must = null, reach = null } = figure.wanted ?? {}
  return {
    figure: `${figure.name}: ${figure.title}`,
    value,
    must,
    reach,
    pass: passes(value, figure),
    ...spread(values),
  }
}

function passes(value: number, { wanted }: Figure): boolean {
  if (!Number.isFinite(value)) return false
  if (!wanted) return true
  return wanted.better === 'more' ? value >= wanted.must : value <= wanted.must
}

function of(round: Round, scenario: ScenarioName, number: string): number {
  return round[scenario]?.[number] ?? Number.NaN
}
