import { mustBe } from '../../journey/expect.ts'
import type { Check } from '../check.ts'
import { connack } from '../connack.ts'
import type { Field } from '../field.ts'

/** What a lock's maker sees of the gateway. */
export const doorChecks: readonly Check[] = [
  { id: 'B18', says: 'a lock that is turned away gets a return code of the table', play: turnedAway },
]

async function turnedAway({ mqtt }: Field): Promise<void> {
  for (const options of [{ keepalive: 600 }, { keepalive: 0 }, { clean: false }])
    mustBe(await connack(mqtt, options), 5, `CONNACK for ${JSON.stringify(options)}`)
}
