import { createHmac, randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const Secrets = z.object({ secretKey: z.string().regex(/^[0-9a-f]{64}$/) })

/** The town's master secret, 32 bytes in hex, made at the first start; passwords and keys are derived from it. */
export async function townSecret(dir: string): Promise<string> {
  const file = path.join(dir, 'secrets.json')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text !== undefined) return Secrets.parse(JSON.parse(text)).secretKey
  const secretKey = randomBytes(32).toString('hex')
  await mkdir(dir, { recursive: true })
  await writeFile(`${file}.new`, JSON.stringify({ secretKey }), { mode: 0o600 })
  await rename(`${file}.new`, file)
  return secretKey
}

/** What the front door signs links with, 32 bytes in hex; it never learns the secret itself. */
export function linkKey(secretKey: string): string {
  return createHmac('sha256', Buffer.from(secretKey, 'hex')).update('api links').digest('hex')
}
