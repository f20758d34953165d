import { seededChance } from '@asaichi/testkit/chance/seeded-chance.ts'
import { PASSWORD_WORK } from '../src/passwords/password-pool.ts'
import { createAgenda } from './agenda.ts'
import { type Charged, createBudgets } from './budgets.ts'
import { createPool, WAIT_S } from './pool.ts'

export type Siege = {
  readonly name: string
  readonly seed: number
  readonly failures: number
  /** The attackers' networks, and for how long they go on, up to seven. */
  readonly networks: number
  readonly minutes: number
  readonly attackedAccounts: number
  readonly honest: number
  /** Shares of one: logins on a device not known so far, and first tries that are typing errors. */
  readonly unknownDevices: number
  /** The share whose network the attackers are in too: a carrier's, say. */
  readonly amongAttackers: number
  readonly typos: number
  readonly hashesPerSecond: number
}
export type SiegeReport = {
  readonly hashed: number
  readonly guessesOfMostTried: number
  readonly known: Share
  readonly strangers: Share
  readonly byMail: number
  readonly all: Share
}
type Share = { readonly people: number; readonly in: number; readonly p99Seconds: number }

type Person = {
  readonly fromS: number
  readonly isKnown: boolean
  refused: number
  inS?: number
  byMail?: true
}
type Attempt = Charged & { readonly isRight: boolean; readonly person: Person | undefined }
type Mailed = { readonly kind: 'mailed'; readonly person: Person; readonly network: string }
type Event = { readonly kind: 'attempt' | 'hashed'; readonly attempt: Attempt } | Mailed

const RUSH_S = 600
// Whoever was refused so often asks for a temporary password, and the mail needs a while.
const PATIENCE = 2
const MAIL_S = 60

/** Plays the attack beside everybody's login from 06:50 to 07:00, with the same rules as the service and a clock of its own. */
export function playSiege(siege: Siege): SiegeReport {
  const chance = seededChance(siege.seed)
  const endS = siege.minutes * 60
  const agenda = createAgenda<Event>()
  const people = peopleOf(siege, { chance, agenda })
  attack(siege, { chance, agenda })
  const desk = openDesk(siege, { chance, agenda })
  for (let next = agenda.take(); next && next.atS <= endS; next = agenda.take()) desk.meet(next)
  return {
    hashed: desk.hashed(),
    guessesOfMostTried: Math.max(0, ...desk.guesses.values()),
    known: shareOf(people.filter(({ isKnown }) => isKnown)),
    strangers: shareOf(people.filter(({ isKnown }) => !isKnown)),
    byMail: people.filter(({ byMail }) => byMail).length,
    all: shareOf(people),
  }
}

/** Where attempts are charged, hashed and judged, and people come back from. */
function openDesk(siege: Siege, { chance, agenda }: World) {
  const budgets = createBudgets()
  const guesses = new Map<string, number>()
  let hashed = 0
  const pool = createPool<Attempt>({
    start: (attempt, nowS) =>
      agenda.add(nowS + PASSWORD_WORK.slots / siege.hashesPerSecond, { kind: 'hashed', attempt }),
    drop(attempt, nowS) {
      budgets.refund(attempt)
      comeBack(attempt, nowS, WAIT_S)
    },
  })
  function comeBack(attempt: Attempt, nowS: number, afterS: number): void {
    const { person, network } = attempt
    if (!person) return
    person.refused += 1
    if (person.refused === PATIENCE) agenda.add(nowS + MAIL_S, { kind: 'mailed', person, network })
    agenda.add(nowS + afterS + chance(), { kind: 'attempt', attempt })
  }
  function tryOne(attempt: Attempt, nowS: number): void {
    if (attempt.person?.inS !== undefined) return
    const { waitSeconds, rank } = budgets.charge(attempt, nowS)
    if (waitSeconds > 0) comeBack(attempt, nowS, waitSeconds)
    else pool.ask(attempt, rank, nowS)
  }
  function judge(attempt: Attempt, nowS: number): void {
    const { person, account, isRight } = attempt
    hashed += 1
    if (!person) guesses.set(account, (guesses.get(account) ?? 0) + 1)
    if (isRight) {
      budgets.countRight(attempt, nowS)
      if (person) person.inS ??= nowS
    } else {
      budgets.countWrong(attempt, nowS)
      if (person)
        agenda.add(nowS + 5 + 10 * chance(), { kind: 'attempt', attempt: { ...attempt, isRight: true } })
    }
    pool.finished(nowS)
  }
  function openByMail({ person, network }: Mailed, nowS: number): void {
    if (person.inS !== undefined || !budgets.mayHelp(network, nowS)) return
    person.inS = nowS
    person.byMail = true
  }
  return {
    guesses,
    hashed: () => hashed,
    meet({ atS, event }: { readonly atS: number; readonly event: Event }): void {
      switch (event.kind) {
        case 'attempt':
          return tryOne(event.attempt, atS)
        case 'hashed':
          return judge(event.attempt, atS)
        case 'mailed':
          return openByMail(event, atS)
      }
    },
  }
}

type World = { readonly chance: () => number; readonly agenda: ReturnType<typeof createAgenda<Event>> }

function attack(siege: Siege, { chance, agenda }: World): void {
  for (let index = 0; index < siege.failures; index += 1) {
    const atS = (index / siege.failures) * siege.minutes * 60
    const attempt: Attempt = {
      account: `a${Math.floor(chance() * siege.attackedAccounts)}`,
      network: `n${Math.floor(chance() * siege.networks)}`,
      device: undefined,
      isRight: false,
      person: undefined,
    }
    agenda.add(atS, { kind: 'attempt', attempt })
  }
}

function peopleOf(siege: Siege, { chance, agenda }: World): readonly Person[] {
  const rushFrom = siege.minutes * 60 - RUSH_S
  return Array.from({ length: siege.honest }, (_, index) => {
    // Nobody begins in the last two minutes, so that whoever is slowed can come back and be counted.
    const fromS = rushFrom + chance() * (RUSH_S - 120)
    const person: Person = { fromS, isKnown: chance() >= siege.unknownDevices, refused: 0 }
    const isAmong = chance() < siege.amongAttackers
    const attempt: Attempt = {
      account: `a${index}`,
      network: isAmong ? `n${Math.floor(chance() * Math.min(5, siege.networks))}` : `home${index}`,
      device: person.isKnown ? `d${index}` : undefined,
      isRight: chance() >= siege.typos,
      person,
    }
    agenda.add(fromS, { kind: 'attempt', attempt })
    return person
  })
}

function shareOf(people: readonly Person[]): Share {
  const waits = people
    .flatMap(({ inS, fromS }) => (inS === undefined ? [] : [inS - fromS]))
    .toSorted((a, b) => a - b)
  return { people: people.length, in: waits.length, p99Seconds: waits[Math.floor(waits.length * 0.99)] ?? 0 }
}
