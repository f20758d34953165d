import type { Log } from '@asaichi/service/log.ts'
import { checksOf } from './checks.ts'
import { openStage } from './stage.ts'
import type { Subject } from './subject.ts'

export type Verdict = { readonly says: string; readonly failure: string | undefined }

/** What every driver must do, whatever its lock: seventeen checks, fifteen where the lock keeps the time itself. */
export async function playContract(subject: Subject, log: Log): Promise<readonly Verdict[]> {
  const stage = await openStage(subject, log)
  const verdicts: Verdict[] = []
  for (const { says, appliesTo, play } of checksOf(stage))
    if (appliesTo?.(stage) ?? true)
      verdicts.push({
        says,
        failure: await play(stage).catch(
          (err: unknown) => `it broke: ${err instanceof Error ? err.message : typeof err}`,
        ),
      })
  return verdicts
}

/** The sentences that do not hold, with why. */
export function failuresIn(verdicts: readonly Verdict[]): readonly string[] {
  return verdicts.flatMap(({ says, failure }) => (failure === undefined ? [] : [`${says}: ${failure}`]))
}
