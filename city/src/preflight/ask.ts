import { lookup } from 'node:dns/promises'
import type { PreflightEnv } from './config.ts'
import { readFigures, type Told } from './figures.ts'

const ANSWER_MS = 5_000
/** A list that the front door asks catalog for; slower than this is not warm. */
const DOOR_MS = 1_000

/** The figures of every process behind the names. Who does not answer tells nothing, and so is missed by name. */
export async function askProcesses({ FIGURES, FIGURES_PORT }: PreflightEnv): Promise<readonly Told[]> {
  const found = await Promise.all(
    FIGURES.split(',').map(host => lookup(host, { all: true, family: 4 }).catch(() => [])),
  )
  const told = await Promise.all(found.flat().map(({ address }) => figuresOf(address, FIGURES_PORT)))
  return told.filter(each => each !== undefined)
}

/** A sentence where the front door does not answer in time, or not well. The first answer of a new process is not counted. */
export async function askFrontDoor(door: string): Promise<readonly string[]> {
  const url = new URL('/api/cities', door)
  try {
    await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) })
    const { status } = await fetch(url, { signal: AbortSignal.timeout(DOOR_MS) })
    return status === 200 ? [] : [`The front door answers ${status}.`]
  } catch {
    return [`The front door did not answer within ${DOOR_MS / 1_000} s.`]
  }
}

async function figuresOf(address: string, port: number): Promise<Told | undefined> {
  try {
    const answer = await fetch(`http://${address}:${port}/metrics`, {
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    return readFigures(await answer.text())
  } catch {
    return undefined
  }
}
