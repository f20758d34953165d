import type { World } from './world.ts'

/** One step of the story: the rows of the rules it shows, what happens, and the doing. It throws where the town did otherwise. */
export type Step = {
  readonly rules: string
  readonly title: string
  readonly run: (world: World) => Promise<void>
}
export type Chapter = { readonly title: string; readonly steps: readonly Step[] }
