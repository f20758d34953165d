import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LockAbout } from '@asaichi/contract/lock/lock-about.ts'
import { Desired, type LockAddress, Presence, Reported } from '@asaichi/contract/lock/topics.ts'
import { writeAtomically } from '@asaichi/lock-protocol/atomic-file.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { z } from 'zod'
import { createTurns } from './turns.ts'

/** The newest document of one kind for each lock, on this gateway's own disk: one file a lock. */
export type DocumentStore<T> = {
  readonly get: (lock: LockAddress) => T | undefined
  /** Resolves once the document survives a crash. */
  readonly put: (lock: LockAddress, document: T) => Promise<void>
}
export type Documents = {
  readonly desired: DocumentStore<Desired>
  readonly reported: DocumentStore<Reported>
  readonly about: DocumentStore<LockAbout>
  readonly presence: DocumentStore<Presence>
}

export async function openDocuments(dataDir: string, log: Log): Promise<Documents> {
  return {
    desired: await openStore(join(dataDir, 'desired'), Desired, log),
    reported: await openStore(join(dataDir, 'reported'), Reported, log),
    about: await openStore(join(dataDir, 'about'), LockAbout, log),
    presence: await openStore(join(dataDir, 'presence'), Presence, log),
  }
}

async function openStore<T>(folder: string, schema: z.ZodType<T>, log: Log): Promise<DocumentStore<T>> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const inTurn = createTurns()
  const documents = new Map<string, T>()
  for (const name of (await readdir(folder)).filter(each => each.endsWith('.json'))) {
    const found = await readDocumentFile(join(folder, name), schema, log)
    if (found) documents.set(name, found)
  }
  return {
    get: lock => documents.get(fileName(lock)),
    put: (lock, document) =>
      inTurn(fileName(lock), async () => {
        await writeAtomically(join(folder, fileName(lock)), JSON.stringify(document))
        documents.set(fileName(lock), document)
      }),
  }
}

// Site and lock ids are slugs without a dot, so they are safe in a file name and never run into each other.
function fileName({ site, lock }: LockAddress): string {
  return `${site}.${lock}.json`
}

/** A file that cannot be read counts as none: the lock service, or the lock, sends the document again. */
async function readDocumentFile<T>(path: string, schema: z.ZodType<T>, log: Log): Promise<T | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (err) {
    log.error({ err, path }, 'document not readable')
    return undefined
  }
}
