import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { DeviceLockId, SiteId } from '@asaichi/contract/lock/topics.ts'
import { file, processEnv } from '@asaichi/service/env.ts'
import { z } from 'zod'

/** Where a bridge finds its site's gateway. */
export const bridgeEnv = processEnv.extend({
  SITE_ID: SiteId.describe('The site whose gateway its locks belong to.'),
  MQTT_URL: z.url({ protocol: /^mqtts?$/ }).describe('The site’s gateway.'),
  MQTT_TLS_CA: file.describe('A file with who vouches for it, instead of the public authorities.'),
})

/** What a bridge is given for each of its locks, once, when it is fitted. */
export const BridgedLock = z.strictObject({
  lockId: DeviceLockId,
  password: z.string().min(1),
  keyHex: z.string().regex(/^[0-9a-f]{64}$/, '32 bytes in hex'),
})

type AtSite = z.output<typeof bridgeEnv> & { readonly DATA_DIR: string }

/** Who a lock is at the gateway, and where it keeps what it must not forget. */
export function identityOf({ lockId, password, keyHex }: z.output<typeof BridgedLock>, env: AtSite) {
  return {
    lockId,
    site: env.SITE_ID,
    mqttUrl: env.MQTT_URL,
    caFile: env.MQTT_TLS_CA,
    key: Buffer.from(keyHex, 'hex'),
    password,
    dataDir: path.join(env.DATA_DIR, lockId),
  }
}

/** A list in which no lock stands twice: two hands on one lock would undo each other's work. */
export function lockList<S extends z.ZodType<{ readonly lockId: string }>>(lock: S) {
  return z
    .array(lock)
    .refine(locks => new Set(locks.map(({ lockId }) => lockId)).size === locks.length, 'a lock twice')
}

/** Throws where the file is not what a bridge can work with, and quotes nothing of it. */
export async function readLocks<S extends z.ZodType>(name: string, schema: S): Promise<z.output<S>> {
  const text = await readFile(name, 'utf8')
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
