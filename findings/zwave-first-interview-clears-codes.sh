#!/usr/bin/env bash
# A Z-Wave door lock holds a keypad code that somebody set. zwave-js meets the lock for the first time, or
# again after its cache folder was lost (a new memory card), with the options it has by itself. One would
# guess that the interview reads what the lock holds, or leaves it alone.
# It sends "remove all user codes": the code is gone from the lock, without an event or an error. With
# interview.queryAllUserCodes the same start reads the code and keeps it.
# It hurts whoever stands before the door: residents with a booking, cleaners, the family at home.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true,"type":"module"}' > package.json
npm install --loglevel=error --no-audit --no-fund --ignore-scripts zwave-js@15.29.0 @zwave-js/testing@15.29.0
cat > run.mjs <<'E2'
import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { CommandClasses } from '@zwave-js/core'
import { ccCaps, MockController, MockNode } from '@zwave-js/testing'
import {
  createAndStartDriverWithMockPort,
  createDefaultMockControllerBehaviors,
  createDefaultMockNodeBehaviors,
} from 'zwave-js/Testing'

async function heldAfterStart(options) {
  const { driver, mockPort, serial, continueStartup } = await createAndStartDriverWithMockPort({
    logConfig: { enabled: false },
    storage: { cacheDir: mkdtempSync('cache-') },
    features: { softReset: false },
    testingHooks: { skipFirmwareIdentification: true },
    ...options,
  })
  const controller = await MockController.create({ homeId: 0x7e570001, ownNodeId: 1, mockPort, serial })
  controller.defineBehavior(...createDefaultMockControllerBehaviors())
  const commandClasses = [
    ccCaps({ ccId: CommandClasses.Version, version: 3 }),
    ccCaps({ ccId: CommandClasses['User Code'], version: 2, numUsers: 5, supportedASCIIChars: '0123456789' }),
  ]
  const lock = await MockNode.create({ id: 2, capabilities: { isListening: true, commandClasses }, controller })
  controller.addNode(lock)
  lock.defineBehavior(...createDefaultMockNodeBehaviors())
  lock.state.set('UserCode_userIdStatus_4', 1)
  lock.state.set('UserCode_userCode_4', '7777')
  const ready = new Promise((resolve) => driver.once('all nodes ready', resolve))
  continueStartup()
  await ready
  const held = lock.state.get('UserCode_userCode_4')
  await driver.destroy()
  controller.destroy()
  return held
}
const byItself = await heldAfterStart({})
const asked = await heldAfterStart({ interview: { queryAllUserCodes: true } })
console.log({ byItself, asked })
assert.equal(byItself, undefined)
assert.equal(asked, '7777')
process.exit(0)
E2
npm ls --depth=0
node run.mjs
