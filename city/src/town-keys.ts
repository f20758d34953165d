import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { OutboxService } from '@asaichi/contract/town/town.ts'
import { formerKey, keptKey } from './key-folder.ts'

/** The keys of a town besides those of the bus. No two processes share one, and none follows from another. */
export type TownKeys = {
  /** Of the roles in PostgreSQL. */
  readonly passwords: Readonly<Record<OutboxService | 'clock', string>>
  /** Of the services that make or seal something. */
  readonly secrets: Readonly<Record<'identity' | 'reservation' | 'lottery', string>>
  /** Every lock's own key and password come from it. */
  readonly lockMaster: string
  /** Signs links that need no login. */
  readonly link: string
  /** Of those that can be exchanged, the ones before. */
  readonly former: { readonly link: string | undefined; readonly lottery: string | undefined }
}

/** Keys that another can take the place of while what they made is about, by the name one says to `npm run keys`. */
export const EXCHANGEABLE = {
  link: { process: 'gateway-api', name: 'link-key' },
  lottery: { process: 'lottery', name: 'secret-key' },
} as const

/** Made at the town's first start. */
export async function townKeys(dir: string): Promise<TownKeys> {
  if (existsSync(path.join(dir, 'secrets.json')))
    throw new Error(
      `${dir} is of a release in which all processes shared one key. Begin anew: npm start -- --fresh.`,
    )
  const password = (process: string) => keptKey(dir, { process, name: 'database-password' }, newKey)
  const secret = (process: string) => keptKey(dir, { process, name: 'secret-key' }, newKey)
  return {
    passwords: {
      identity: await password('identity'),
      catalog: await password('catalog'),
      reservation: await password('reservation'),
      lottery: await password('lottery'),
      notification: await password('notification'),
      lock: await password('lock'),
      clock: await password('clock'),
    },
    secrets: {
      identity: await secret('identity'),
      reservation: await secret('reservation'),
      lottery: await secret('lottery'),
    },
    lockMaster: await keptKey(dir, { process: 'lock', name: 'master-key' }, newKey),
    link: await keptKey(dir, EXCHANGEABLE.link, newKey),
    former: {
      link: await formerKey(dir, EXCHANGEABLE.link),
      lottery: await formerKey(dir, EXCHANGEABLE.lottery),
    },
  }
}

/** 32 bytes in hex. */
export function newKey(): string {
  return randomBytes(32).toString('hex')
}
