import type { Field } from './field.ts'

/** One line of the list in docs/field.md, played through the town's front doors. It throws where the town did otherwise. */
export type Check = {
  readonly id: string
  readonly says: string
  readonly play: (field: Field) => Promise<void>
}
