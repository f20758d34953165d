import { failuresIn, playContract } from '@asaichi/lock-driver/contract/contract.ts'
import { createLog } from '@asaichi/service/log.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { isInstalled, toolFolder } from '@asaichi/town/simulated-locks/families.ts'
import { describe, expect, test } from 'vitest'
import { NEVER_WIPE } from '../src/network.ts'
import { noticeIn } from '../src/notices.ts'
import { zwaveDriver } from '../src/zwave-driver.ts'
import { type SimulatedNetwork, startSimulatedNetwork } from './simulated-network.mjs'

const home = toolFolder('zwave')
const log = createLog('bridge', 'silent')
const foreign = { slot: 4, digits: '7777' }

async function networkOf(driverOptions: object): Promise<SimulatedNetwork & AsyncDisposable> {
  const network = await startSimulatedNetwork({ home, cacheDir: await ownFolder(), driverOptions, foreign })
  return { ...network, [Symbol.asyncDispose]: network.end }
}

// Reading the library's files is most of it.
describe.skipIf(!isInstalled('zwave'))('T12: Z-Wave locks by zwave-js', { timeout: 300_000 }, () => {
  test('a lock that the library meets for the first time keeps its codes', async () => {
    await using network = await networkOf(NEVER_WIPE)
    expect(network.shows.truth().get(foreign.slot)).toEqual({ digits: foreign.digits, isOn: true })
    expect(network.masks.truth().get(foreign.slot)).toEqual({ digits: foreign.digits, isOn: true })
  })

  test('planted: with the library’s own defaults they are gone', async () => {
    await using network = await networkOf({})
    expect(network.shows.truth().get(foreign.slot)).toBeUndefined()
  })

  test.each(['shows', 'masks'] as const)(
    'the contract of drivers holds for a lock that %s its codes',
    async name => {
      await using network = await networkOf(NEVER_WIPE)
      const { node, truth, reach, openAt } = network[name]
      const verdicts = await playContract(
        {
          name,
          driver: zwaveDriver({ node, uptimeMs: () => performance.now(), gapMs: 0 }),
          folder: await ownFolder(),
          foreign,
          truth: async () => truth(),
          reach,
          openAt,
        },
        log,
      )
      expect(failuresIn(verdicts)).toEqual([])
      expect(verdicts).toHaveLength(17)
    },
  )
})

test.each([
  [6, { type: 'opened', slot: 3 }],
  [5, { type: 'locked' }],
  [14, { type: 'changed-outside', slot: 3 }],
  [20, { type: 'denied' }],
  [255, undefined],
])('notice %i of the door is read', (event, said) => {
  expect(noticeIn([{}, 0x71, { type: 6, event, parameters: { userId: 3 } }])).toEqual(said)
})
