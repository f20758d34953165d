import { CHECKS, type Check, LAST_CHECK } from './checks.ts'
import { KEYPAD_CHECKS } from './keypad-checks.ts'
import type { Stand } from './stand.ts'

export type Verdict = { readonly says: string; readonly failure: string | undefined }

/** The checks in turn, up to the first one that failed: each builds on those before. */
export async function playChecks(
  stand: Stand,
  tell: (verdict: Verdict) => void,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = []
  const checks: readonly Check[] = [...CHECKS, ...(stand.keypad ? KEYPAD_CHECKS : []), LAST_CHECK]
  for (const { says, run } of checks) {
    const failure = await run(stand).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
    verdicts.push({ says, failure })
    tell({ says, failure })
    if (failure !== undefined) break
  }
  return verdicts
}
