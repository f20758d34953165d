import type { TownRecord } from '../town-record.ts'
import { story } from './story.ts'
import { openWorld, type World } from './world.ts'

export type Told = { readonly steps: number; readonly failed: string | undefined }

/** Plays the story step by step and stops at the first that fails; `between` is a test's chance to break something. */
export async function tell(
  urls: TownRecord['urls'],
  log: (line: string) => void,
  between?: (step: number) => Promise<void>,
): Promise<Told> {
  const world = await openWorld(urls)
  let steps = 0
  for (const chapter of story()) {
    log(`\n${chapter.title}`)
    for (const step of chapter.steps) {
      await between?.(steps)
      const began = performance.now()
      const failure = await step.run(world).then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      )
      const took = `${Math.round(performance.now() - began)} ms`
      log(
        `  ${failure === undefined ? 'ok  ' : 'FAIL'} ${step.rules.padEnd(12)} ${step.title}  [${await timeOf(world)}, ${took}]`,
      )
      if (failure !== undefined) {
        log(`       ${failure}`)
        return { steps, failed: step.title }
      }
      steps += 1
    }
  }
  return { steps, failed: undefined }
}

function timeOf(world: World): Promise<string> {
  return world.townTime().catch(() => 'town time unknown')
}
