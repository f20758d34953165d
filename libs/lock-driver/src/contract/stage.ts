import { join } from 'node:path'
import type { LockFact } from '@asaichi/lock-client/event-log.ts'
import { keyedHash } from '@asaichi/lock-protocol/envelope.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { Capabilities, LockDriver } from '../driver.ts'
import { type Host, openHost } from '../host.ts'
import { openLedgerFile } from '../ledger-file.ts'
import type { Wanted } from '../planner/wanted.ts'
import type { Subject, Truth } from './subject.ts'

const KEY = Buffer.alloc(32, 7)
const DAY = '2026-12-01'

/** A lock under contract with its host, a clock that stands still, and everything that was sent to it. */
export type Stage = {
  readonly subject: Subject
  readonly capabilities: Capabilities
  readonly host: () => Host
  readonly facts: readonly LockFact[]
  /** Changes sent so far, with their digits. */
  readonly sent: readonly (string | undefined)[]
  readonly setClock: (time: string) => void
  /** The process ends and begins again; the ledger is all it remembers. */
  readonly restart: () => Promise<void>
  /** A code with digits that the lock takes, and that no other has; without times it is one for an emergency. */
  readonly code: (id: string, times?: Times, digits?: string) => Wanted
  /** What the lock really holds, by digits. */
  readonly held: (digits: string) => Promise<(Truth & { readonly slot: number }) | undefined>
  readonly bring: (codes: readonly Wanted[]) => Promise<'settled' | 'silent' | 'resting'>
}
type Times = { readonly from: string; readonly to: string }

export async function openStage(subject: Subject, log: Log): Promise<Stage> {
  const capabilities = await subject.driver.capabilities()
  if (!capabilities) throw new Error('the lock does not answer')
  let now = instantAt('00:00')
  const facts: LockFact[] = []
  const sent: (string | undefined)[] = []
  const driver = counting(subject.driver, sent)
  const open = async () =>
    openHost({
      driver,
      file: await openLedgerFile(join(subject.folder, 'ledger.json')),
      hashOf: digits => keyedHash(KEY, digits),
      now: () => now,
      onFact: fact => facts.push(fact),
      log,
    })
  let host = await open()
  const used = new Set([subject.foreign.digits])
  return {
    subject,
    capabilities,
    host: () => host,
    facts,
    sent,
    setClock(time) {
      now = instantAt(time)
    },
    async restart() {
      host = await open()
    },
    code(id, times, digits = unusedDigits(capabilities, used)) {
      const windows = times ? [{ from: instantAt(times.from), to: instantAt(times.to) }] : []
      const kind = times ? 'guest' : 'emergency'
      return { codeId: id, kind, digits, hash: keyedHash(KEY, digits), windows }
    },
    async held(digits) {
      const found = [...(await subject.truth())].find(each => each[1].digits === digits)
      return found && { slot: found[0], ...found[1] }
    },
    bring(codes) {
      host.want(codes)
      return host.settle()
    },
  }
}

function instantAt(time: string): string {
  return `${DAY}T${time}:00.000Z`
}

function counting(driver: LockDriver, sent: (string | undefined)[]): LockDriver {
  return {
    ...driver,
    write(slot, code) {
      sent.push(code.digits)
      return driver.write(slot, code)
    },
    adjust(slot, code) {
      sent.push(code.digits)
      return driver.adjust(slot, code)
    },
    clear(slot) {
      sent.push(undefined)
      return driver.clear(slot)
    },
    [Symbol.asyncDispose]: () => driver[Symbol.asyncDispose](),
  }
}

/** Digits of 3 to 9, which no rule of any keypad forbids. */
function unusedDigits({ pin }: Capabilities, used: Set<string>): string {
  const length = Math.min(Math.max(4, pin.min), pin.max)
  for (let number = 17; ; number += 29) {
    const digits = number
      .toString(7)
      .padStart(length, '1')
      .slice(-length)
      .replace(/./g, each => String(Number(each) + 3))
    if (used.has(digits)) continue
    used.add(digits)
    return digits
  }
}
