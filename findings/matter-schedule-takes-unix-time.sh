#!/usr/bin/env bash
# Matter's door lock has the window of a code as epoch-s: seconds since 2000, in the lock's local time.
# One would guess that matter.js, which follows the specification field by field, wants that number.
# Its schema wants Unix seconds and subtracts 1970–2000 itself; a number counted from 2000 is refused
# until the year 2030, and passes after it as a moment thirty years too early. Local time stays the
# caller's: 21:00 in Tokyo is Date.UTC of 21:00, not the instant. It hurts whoever ports a lock driver
# from the specification: a table of windows that works today turns wrong in 2030 instead of failing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts @matter/types@0.17.9 @matter/model@0.17.9
cat > run.mjs <<'E'
import assert from 'node:assert/strict'
import { ClusterModel, CommandModel, Matter } from '@matter/model'
import { TlvEpochS, TlvOfModel } from '@matter/types'
const command = Matter.get(ClusterModel, 'DoorLock').get(CommandModel, 'SetYearDaySchedule')
const schema = TlvOfModel(command)
const since2000 = (...when) => (Date.UTC(...when) - Date.UTC(2000, 0)) / 1000
const attempt = (start) => {
  try {
    const sent = schema.encode({ yearDayIndex: 1, userIndex: 1, localStartTime: start, localEndTime: start + 3600 })
    return new Date(schema.decode(sent).localStartTime * 1000).toISOString()
  } catch (refusal) {
    return refusal.message
  }
}
const rows = { unix: attempt(Date.UTC(2026, 8, 21, 21) / 1000), bySpec: attempt(since2000(2026, 8, 21, 21)), after2030: attempt(since2000(2030, 8, 21, 21)) }
console.log(command.children.map((field) => `${field.name}: ${field.type}`), rows)
const wire = Buffer.from(TlvEpochS.encode(Date.UTC(2026, 8, 21, 21) / 1000))
assert.equal(wire.readUInt32LE(1), since2000(2026, 8, 21, 21))
assert.equal(rows.unix, '2026-09-21T21:00:00.000Z')
assert.match(rows.bySpec, /unix epoch/)
assert.equal(rows.after2030, '2000-09-21T21:00:00.000Z')
E
npm ls --depth=0
node run.mjs
