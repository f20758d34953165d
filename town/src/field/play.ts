import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ORDINARY_MORNING } from '@asaichi/calendar/trial-days.ts'
import { startMailCatcher } from '@asaichi/servers/mail-catcher/mail-catcher.ts'
import { startTown } from '../town.ts'
import type { Check } from './check.ts'
import { AFTERWARDS, LANES } from './checks/all.ts'
import { type Field, openField } from './field.ts'

export type Played = { readonly id: string; readonly says: string; readonly failure: string | undefined }

/** Boots a town of its own on an ordinary day and plays the whole list: the lanes side by side, then what moves the clock. */
export async function playField(say: (played: Played) => void): Promise<readonly Played[]> {
  const dir = await mkdtemp(path.join(tmpdir(), 'asaichi-field-'))
  try {
    // The mail server is the field's own, so that it can be slow and away for one address.
    await using mailServer = await startMailCatcher({ smtpPort: 0, httpPort: 0 })
    await using town = await startTown({
      dir,
      ports: 'free',
      demo: true,
      web: true,
      clock: { now: ORDINARY_MORNING },
      external: { SMTP_URL: mailServer.smtpUrl },
      // Forty people who are all at one address; what limits one of them is identity's.
      env: { 'gateway-api': { RATE_REQUESTS: '2000', RATE_WRITES: '500' } },
    })
    const field = await openField(town.urls, mailServer)
    const lanes = await Promise.all(LANES.map(lane => playInTurn(lane, field, say)))
    return [...lanes.flat(), ...(await playInTurn(AFTERWARDS, field, say))]
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

async function playInTurn(checks: readonly Check[], field: Field, say: (played: Played) => void) {
  const all: Played[] = []
  for (const { id, says, play } of checks) {
    const failure = await play(field).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
    const played = { id, says, failure }
    say(played)
    all.push(played)
  }
  return all
}
