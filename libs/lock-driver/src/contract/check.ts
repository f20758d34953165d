import type { Stage } from './stage.ts'

export type Check = {
  readonly says: string
  /** Whether it means anything for a lock of this kind. */
  readonly appliesTo?: (stage: Stage) => boolean
  /** What is wrong, in a few words; undefined = it holds. */
  readonly play: (stage: Stage) => Promise<string | undefined>
}
