import { DrawBundle, type DrawExplanation } from '@asaichi/contract/lottery/draw-bundle.ts'
import { explainer } from '@asaichi/draw/explain.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { findBundle } from './store/draws.ts'
import type { Tables } from './store/schema.ts'

type Explain = (entryId: string) => DrawExplanation | null

const MOST_KEPT = 4

/** Explains entries of published rounds. A bundle never changes, so the last few stay read: at the hour everyone asks for the same. */
export class Explanations {
  readonly #db: Kysely<Tables>
  readonly #kept = new Map<string, Promise<Explain | undefined>>()

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async explain(roundId: string, entryId: string): Promise<DrawExplanation | null> {
    const explain = await this.#read(roundId)
    return explain?.(entryId) ?? null
  }

  #read(roundId: string): Promise<Explain | undefined> {
    const kept = this.#kept.get(roundId) ?? this.#load(roundId)
    this.#kept.delete(roundId)
    this.#kept.set(roundId, kept)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest)
    return kept
  }

  async #load(roundId: string): Promise<Explain | undefined> {
    try {
      const text = await findBundle(this.#db, roundId)
      if (text !== undefined) return explainer(DrawBundle.parse(JSON.parse(text)))
      this.#kept.delete(roundId)
      return undefined
    } catch (error) {
      this.#kept.delete(roundId)
      throw error
    }
  }
}
