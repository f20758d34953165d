import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { JourneyError } from './expect.ts'
import type { Mailbox } from './mailbox.ts'

export type Answer = {
  readonly status: number
  readonly code: string | undefined
  readonly body: unknown
  readonly headers: Headers
}
type Body = Readonly<Record<string, unknown>>
type Sent = {
  readonly body: Body
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
}
type Identity = {
  readonly cityId: string
  readonly login: Body
  readonly password: string
  readonly mail: string
}

// A leap of weeks takes its time; a service that was killed is back within seconds.
const ANSWER_MS = 150_000
const RETRY_MS = 20_000

const Problem = z.object({ code: z.string() })
const Challenge = z.object({ challengeId: z.string() })

/** Someone at the front door with a browser of their own: cookies, JSON, and a mailbox for the login code. */
export class Visitor {
  readonly #base: string
  readonly #mailbox: Mailbox
  readonly #identity: Identity | undefined
  #cookie: string | undefined
  #loggingIn: Promise<void> | undefined

  constructor(base: string, mailbox: Mailbox, identity?: Identity) {
    this.#base = base
    this.#mailbox = mailbox
    this.#identity = identity
  }

  get(path: string): Promise<Answer> {
    return this.#request('GET', path)
  }

  post(path: string, body: Body = {}, key: string = randomUUID()): Promise<Answer> {
    return this.#request('POST', path, { body, key })
  }

  send(method: string, path: string, sent: Sent): Promise<Answer> {
    return this.#request(method, path, sent)
  }

  /** M9: password, then the mailed code. Whoever asks while a login is under way waits for that one: the second code would end the first. */
  login(): Promise<void> {
    this.#loggingIn ??= this.#logIn().finally(() => {
      this.#loggingIn = undefined
    })
    return this.#loggingIn
  }

  // A login that was repeated because its answer was lost has two mails, and one code counts.
  async #logIn(): Promise<void> {
    if (!this.#identity) throw new JourneyError('a visitor without an account cannot log in')
    const { cityId, login, password, mail } = this.#identity
    const seen = new Set(await this.#mailbox.mark())
    const started = await this.#ask('POST', `/api/cities/${cityId}/login`, { body: { login, password } })
    const { challengeId } = parsed(Challenge, started, 'login')
    for (let tries = 1; ; tries++) {
      const { id, code } = await this.#mailbox.loginCode(mail, seen)
      const finished = await this.#ask('POST', '/api/login/code', { body: { challengeId, code } })
      if (finished.status === 200) return
      if (finished.code !== 'code-wrong' || tries === 3)
        throw new JourneyError(`login code refused: ${finished.code}`)
      seen.add(id)
    }
  }

  /** The session cookie as `name=value`, for a browser that is to go on where this visitor is. */
  async session(): Promise<string> {
    if (!this.#cookie) await this.login()
    if (!this.#cookie) throw new JourneyError('a login set no cookie')
    return this.#cookie
  }

  // A session ends after hours of the town's time, of staff after half an hour, and a second factor is fresh for ten minutes (V9),
  // while the journey leaps over weeks: log in again and repeat.
  async #request(method: string, path: string, sent?: Sent): Promise<Answer> {
    if (this.#identity && !this.#cookie) await this.login()
    const answer = await this.#ask(method, path, sent)
    const isOver = answer.status === 401 || answer.code === 'step-up-needed'
    if (!isOver || !this.#identity) return answer
    await this.login()
    return this.#ask(method, path, sent)
  }

  // As a browser's page does: no final answer means asking again with the same key, until there is one.
  async #ask(method: string, path: string, sent?: Sent): Promise<Answer> {
    const until = performance.now() + RETRY_MS
    for (;;) {
      const answer = await this.#send(method, path, sent).catch((error: unknown) => {
        if (performance.now() > until) throw error
        return undefined
      })
      if (answer && (answer.status !== 503 || performance.now() > until)) return answer
      await new Promise(resolve => setTimeout(resolve, 200))
    }
  }

  async #send(method: string, path: string, sent?: Sent): Promise<Answer> {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      headers: {
        ...(this.#cookie && { cookie: this.#cookie }),
        ...(sent && { 'content-type': 'application/json' }),
        ...(sent?.key && { 'idempotency-key': sent.key }),
        ...sent?.headers,
      },
      ...(sent && { body: JSON.stringify(sent.body) }),
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    const [cookie] = response.headers.getSetCookie()
    if (cookie) this.#cookie = cookie.split(';')[0]
    const text = await response.text()
    const body: unknown = text === '' ? undefined : JSON.parse(text)
    return {
      status: response.status,
      code: Problem.safeParse(body).data?.code,
      body,
      headers: response.headers,
    }
  }
}

/** The body of a good answer, or a failed step that says what came instead. */
export function parsed<S extends z.ZodType>(schema: S, answer: Answer, what: string): z.output<S> {
  if (answer.status >= 300) throw new JourneyError(`${what}: ${answer.status} ${answer.code ?? ''}`)
  return schema.parse(answer.body)
}
