import { parentPort } from 'node:worker_threads'
import { hashPassword, verifyPassword } from './argon2id.ts'
import { type Result, Work } from './work.ts'

parentPort?.on('message', (message: unknown) => parentPort?.postMessage(resultOf(message)))

function resultOf(message: unknown): Result {
  try {
    const work = Work.parse(message)
    switch (work.kind) {
      case 'hash':
        return { kind: 'hashed', phc: hashPassword(work.password) }
      case 'verify':
        return { kind: 'verified', matches: verifyPassword(work.password, work.phc) }
    }
  } catch {
    return { kind: 'failed' }
  }
}
