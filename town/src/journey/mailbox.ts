import { z } from 'zod'
import { must, waitFor } from './expect.ts'

const Mail = z.object({
  id: z.number(),
  subject: z.string(),
  text: z.string(),
  attachments: z.array(z.object({ text: z.string() })),
})
const Mails = z.object({ mails: z.array(Mail) })
const LEASE_MS = 75_000
/** The line of mail C; other mails (P, O) speak of the code and hold none. */
const LOGIN_CODE = /認証番号：(\d{6})(?!\d)/

export type Mail = z.infer<typeof Mail>
/** The ids that were there before, so that a step waits for a new mail and not for an old one. */
export type Mark = ReadonlySet<number>

/** What the town's mail catcher received. */
export class Mailbox {
  readonly #base: string

  constructor(base: string) {
    this.#base = base
  }

  async mark(): Promise<Mark> {
    return new Set((await this.#all('')).map(mail => mail.id))
  }

  /** The newest mail to this address whose text matches. A sender that was killed at work is waited for until its lease ends. */
  waitFor(to: string, wanted: RegExp, since: Mark): Promise<Mail> {
    return waitFor(
      `mail ${wanted} to a resident`,
      async () => {
        const mails = await this.#all(`?to=${encodeURIComponent(to)}`)
        return mails.find(mail => !since.has(mail.id) && wanted.test(`${mail.subject}\n${mail.text}`))
      },
      LEASE_MS,
    )
  }

  async count(to: string): Promise<number> {
    return (await this.#all(`?to=${encodeURIComponent(to)}`)).length
  }

  async loginCode(to: string, seen: Mark): Promise<{ readonly id: number; readonly code: string }> {
    const { id, text } = await this.waitFor(to, LOGIN_CODE, seen)
    const code = LOGIN_CODE.exec(text)?.[1]
    must(code !== undefined, 'the login mail holds no six-digit code')
    return { id, code }
  }

  async #all(query: string): Promise<readonly Mail[]> {
    const response = await fetch(`${this.#base}/api/mails${query}`, { signal: AbortSignal.timeout(5_000) })
    return Mails.parse(await response.json()).mails
  }
}
