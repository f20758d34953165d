import { readFile } from 'node:fs/promises'
import { DeviceLockId } from '@asaichi/contract/lock/topics.ts'
import { z } from 'zod'

/** What a bridge is given for each of its locks, once, when it is fitted. */
export const BridgedLock = z.strictObject({
  lockId: DeviceLockId,
  password: z.string().min(1),
  keyHex: z.string().regex(/^[0-9a-f]{64}$/, '32 bytes in hex'),
})

/** A list in which no lock stands twice: two hands on one lock would undo each other's work. */
export function lockList<S extends z.ZodType<{ readonly lockId: string }>>(lock: S) {
  return z
    .array(lock)
    .refine(locks => new Set(locks.map(({ lockId }) => lockId)).size === locks.length, 'a lock twice')
}

/** Throws where the file is not what a bridge can work with, and quotes nothing of it. */
export async function readLocks<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
  const text = await readFile(path, 'utf8')
  const read = schema.safeParse(parsed(text))
  if (read.success) return read.data
  const places = read.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`LOCKS_FILE: ${places.join('; ')}`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
