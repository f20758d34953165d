import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { lastWords } from './last-words.ts'
import { writtenSince } from './log-file.ts'
import type { RunningProgram } from './program.ts'

/** How a process shows that it can be used: an address that answers 200, or a line in its output. */
export type Ready =
  | { readonly kind: 'http'; readonly url: string }
  | { readonly kind: 'line'; readonly pattern: RegExp }

// Asking over HTTP costs both sides, and at a start a dozen processes share the machine.
const LOOK_EVERY_MS = { http: 100, line: 25 } as const
const ANSWER_WITHIN_MS = 1_000

export async function untilReady(ready: Ready, program: RunningProgram, limit_ms: number): Promise<void> {
  const limit = Date.now() + limit_ms
  while (!(await isReady(ready, program.log))) {
    if (program.hasEnded()) throw await failure(`ended at start (${await program.ended})`, program)
    if (Date.now() > limit) throw await failure(`is not ready after ${limit_ms / 1000} s`, program)
    await sleep(LOOK_EVERY_MS[ready.kind])
  }
}

async function isReady(ready: Ready, log: RunningProgram['log']): Promise<boolean> {
  switch (ready.kind) {
    case 'http':
      return await answersOk(ready.url)
    case 'line':
      return ready.pattern.test(await writtenSince(log.file, log.from))
  }
}

async function answersOk(url: string): Promise<boolean> {
  return (await answerOf(url)) === 200
}

/** Whether the process answers at all, if only that it is not ready: a beat of its event loop. */
export async function isBeating(ready: Ready): Promise<boolean> {
  return ready.kind === 'line' || (await answerOf(ready.url)) !== undefined
}

/** The status of the answer, or undefined where none comes in time. */
function answerOf(url: string): Promise<number | undefined> {
  return new Promise(resolve => {
    const request = http.get(url, { agent: false, timeout: ANSWER_WITHIN_MS }, response => {
      response.resume()
      resolve(response.statusCode)
    })
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(undefined))
    request.once('close', () => resolve(undefined))
  })
}

async function failure(what: string, { log }: RunningProgram): Promise<Error> {
  const said = await lastWords(log.file, log.from)
  return new Error(said === '' ? what : `${what}: ${said}`)
}
