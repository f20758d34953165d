import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

/** What a running town leaves in `town.json`, so that other programs, such as the journey, find its front doors. */
export const TownRecord = z.object({
  pid: z.int(),
  urls: z.object({
    app: z.url(),
    docs: z.url(),
    mail: z.url(),
    keypads: z.array(z.object({ lockId: z.string(), name: z.string(), url: z.url() })),
    /** One server or several with commas between them; the seed to get in with is in the town's folder. */
    nats: z.string(),
    smtp: z.url(),
    mqtt: z.url(),
  }),
})
export type TownRecord = z.infer<typeof TownRecord>

/** The town that runs on the folder, or undefined when none does. */
export async function findTown(dir: string): Promise<TownRecord | undefined> {
  const text = await readFile(path.join(dir, 'town.json'), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const record = TownRecord.parse(JSON.parse(text))
  return isRunning(record.pid) ? record : undefined
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
