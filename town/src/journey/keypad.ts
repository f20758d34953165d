import { z } from 'zod'

const State = z.object({ locked: z.boolean(), lastResult: z.unknown() })

/** A finger at the keypad of one door. */
export class Keypad {
  readonly #url: string

  constructor(url: string) {
    this.#url = url
  }

  /** M27: square twice, digits, E; answers whether the door opened, and locks it again with one press. */
  async opensWith(code: string): Promise<boolean> {
    for (const key of ['square', 'square', ...code.split('')]) await this.#press(key)
    const { locked } = await this.#press('E')
    if (!locked) await this.#press('square')
    return !locked
  }

  /** Somebody sets a code at the lock itself, beside those it is sent. */
  async setForeignCode(digits: string): Promise<void> {
    await this.#post('/switches', { foreignCode: digits })
  }

  /** The lock and its gateway hear one another no more, or again. */
  async hears(isOn: boolean): Promise<void> {
    await this.#post('/switches', { offline: !isOn })
  }

  async #press(key: string): Promise<z.infer<typeof State>> {
    return State.parse(await (await this.#post('/keypad/press', { key })).json())
  }

  #post(path: '/keypad/press' | '/switches', body: object): Promise<Response> {
    return fetch(`${this.#url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(5_000),
    })
  }
}
