import { connectAsking } from '@asaichi/bus/bus.ts'
import { getTownClock } from '@asaichi/contract/town/town.ts'
import { createClock } from '@asaichi/service/clock.ts'
import type { BusEnv } from '@asaichi/service/env.ts'
import { createLog } from '@asaichi/service/log.ts'
import { demoAccounts } from './demo/load.ts'
import type { Town } from './town.ts'

/** Where everything is, for the person who started the town. */
export async function townTable({ urls, operator }: Town, took_ms: number): Promise<string> {
  const rows = [
    ['App and API', urls.app],
    ['API docs', urls.docs],
    ['Caught mails', urls.mail],
    ...urls.keypads.map(({ name, url }) => [`Keypad ${name}`, url]),
    ['Town clock', await townTime(operator)],
    ...demoAccounts.map(({ label, login, password }) => [label, `${login} / ${password}`]),
    ['Stop', 'Ctrl-C'],
  ]
  const title = `The town is ready (${(took_ms / 1000).toFixed(1)} s).`
  return ['', title, ...rows.map(([what, where]) => `  ${padded(what)}${where}`), ''].join('\n')
}

/** A clock that does not answer is no reason not to show the rest. */
async function townTime(nats: BusEnv): Promise<string> {
  try {
    await using bus = await connectAsking({
      nats,
      party: 'operator',
      clock: createClock('real'),
      log: createLog('town-table', 'silent'),
    })
    const answer = await bus.call(getTownClock, {})
    if (answer.ok) return TIME.format(new Date(answer.value.now))
  } catch {
    // Told below.
  }
  return 'does not answer (see the log of clock)'
}

const TIME = new Intl.DateTimeFormat('ja-JP', {
  dateStyle: 'full',
  timeStyle: 'medium',
  timeZone: 'Asia/Tokyo',
})

const COLUMN = 26

/** Japanese letters are two columns wide in a terminal. */
function padded(text = ''): string {
  const width = text.length + text.replaceAll(/[^\u3040-\u9fff]/g, '').length
  return text + ' '.repeat(Math.max(1, COLUMN - width))
}
