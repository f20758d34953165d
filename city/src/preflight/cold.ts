import { ALL_SERVICES } from '@asaichi/contract/town/town.ts'
import type { MetricName } from '@asaichi/service/metric-list.ts'
import type { Told } from './figures.ts'

/** How many of each must be ready; what is not named must be once. */
export type Floors = Readonly<Record<string, number>>

type Limit = {
  readonly figure: MetricName<'gauge'>
  readonly most: number
  readonly where?: Readonly<Record<string, string>>
  readonly says: (value: number, process: string) => string
}

/** Stricter than the alerts, which wait for minutes that there are not. */
const LIMITS: readonly Limit[] = [
  {
    figure: 'outbox_oldest_seconds',
    most: 10,
    says: (value, process) => `${process} has not told for ${s(value)} what it decided.`,
  },
  {
    figure: 'due_work_overdue_seconds',
    most: 10,
    says: (value, process) => `Work of ${process} is ${s(value)} late.`,
  },
  {
    figure: 'bus_facts_unheard',
    most: 200,
    says: (value, process) => `${process} has ${value} facts still to hear.`,
  },
  { figure: 'lottery_rounds_overdue', most: 0, says: value => `${value} rounds are not drawn.` },
  {
    figure: 'mails_oldest_seconds',
    most: 20,
    where: { lane: 'codes' },
    says: value => `A login code has waited for ${s(value)}.`,
  },
  {
    figure: 'database_clock_skew_seconds',
    most: 0.1,
    says: (value, process) => `The clock of ${process} is ${s(value)} apart from the database’s.`,
  },
  {
    figure: 'database_waiting',
    most: 0,
    says: (_, process) => `${process} waits for connections to its database already now.`,
  },
]
const EVERYBODY = [...ALL_SERVICES, 'gateway-api', 'keeper'] as const

/** A sentence for each thing that is not as seven o'clock needs it; empty where all is warm. */
export function coldIn(processes: readonly Told[], floors: Floors): readonly string[] {
  return [
    ...EVERYBODY.flatMap(process => {
      const ready = processes.filter(told => nameOf(told) === process && valueOf(told) === 1).length
      const floor = floors[process] ?? 1
      return ready >= floor ? [] : [`${ready} of ${process} ready, and there should be ${floor}.`]
    }),
    ...new Set(processes.flatMap(told => LIMITS.flatMap(limit => beyond(told, limit)))),
  ]
}

function beyond(told: Told, { figure, most, where = {}, says }: Limit): readonly string[] {
  return (told.get(figure) ?? [])
    .filter(({ labels }) => Object.entries(where).every(([label, word]) => labels[label] === word))
    .filter(({ value }) => Math.abs(value) > most)
    .map(({ value }) => says(value, nameOf(told)))
}

function nameOf(told: Told): string {
  return told.get('service_ready')?.[0]?.labels['process'] ?? 'a process'
}

function valueOf(told: Told): number | undefined {
  return told.get('service_ready')?.[0]?.value
}

function s(seconds: number): string {
  return `${Number(seconds.toFixed(2))} s`
}
