#!/usr/bin/env bash
# Zigbee2MQTT shows a lock's pin_code as a number, and its converter that stores a code takes numbers
# and text alike. One would guess that the converter that opens the door with a code does too, or says no.
# {"state":"UNLOCK","code":8076} sends an unlock with an empty code, without error; only the text "8076"
# is passed on. The same number given to pin_code is stored as 8076. It hurts a remote opening from the
# office: a lock that asks for a code gets an empty one, while the program was given the right one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts zigbee-herdsman-converters@26.112.0
cat > run.mjs <<'E'
import assert from 'node:assert/strict'
import * as converters from 'zigbee-herdsman-converters/converters/toZigbee'
import { presets } from 'zigbee-herdsman-converters/lib/exposes'
const { lock, pincode_lock } = converters.default ?? converters
const sent = []
const entity = { command: async (_cluster, name, payload) => { sent.push({ name, code: String(payload.pincodevalue) }) } }
const meta = { mapped: { meta: { pinCodeCount: 30 } }, options: {}, state: {}, message: {} }
const shown = presets.pincode().features.find((feature) => feature.name === 'pin_code')
await pincode_lock.convertSet(entity, 'pin_code', { user: 1, pin_code: 8076 }, meta)
for (const code of ['8076', 8076]) await lock.convertSet(entity, 'state', { state: 'UNLOCK', code }, meta)
console.log('pin_code is shown as', shown.type, sent)
assert.equal(shown.type, 'numeric')
assert.deepEqual(sent, [
  { name: 'setPinCode', code: '8076' },
  { name: 'unlockDoor', code: '8076' },
  { name: 'unlockDoor', code: '' },
])
E
npm ls --depth=0
node run.mjs
