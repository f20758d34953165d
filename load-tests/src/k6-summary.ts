import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const K6Summary = z.object({
  metrics: z.record(
    z.string(),
    z.object({
      values: z.record(z.string(), z.number()),
      thresholds: z.record(z.string(), z.object({ ok: z.boolean() })).optional(),
    }),
  ),
})
export type K6Summary = z.output<typeof K6Summary>

/** What the script's handleSummary wrote. */
export async function readK6Summary(folder: string): Promise<K6Summary> {
  return K6Summary.parse(JSON.parse(await readFile(path.join(folder, 'k6.json'), 'utf8')))
}

/** How late the generator sent its presses, in ms: nearly all of them at most so late. */
export function lateP99Of({ metrics }: K6Summary): number {
  return metrics['rush_late']?.values['p(99)'] ?? 0
}
