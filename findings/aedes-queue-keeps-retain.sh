#!/usr/bin/env bash
# A lock that sleeps keeps its session and gets what was published meanwhile. MQTT 3.1.1 (3.3.1.3) has
# retain = 0 on messages that come by an established subscription, and one would guess the same for the
# ones that waited: retain tells the snapshot from the news.
# aedes delivers a retained publish with retain = 0 to a subscriber that is awake, and the same publish
# with retain = 1 to the session that slept. It hurts a lock or gateway that takes retain for "state at
# subscription" and skips or restarts on it: after each sleep every queued step looks like a snapshot.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts aedes@1.2.0 mqtt@5.16.0
cat > run.mjs <<'E'
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { Aedes } from 'aedes'
import mqtt from 'mqtt'
const broker = await Aedes.createBroker()
const server = createServer(broker.handle).listen(0, '127.0.0.1')
await once(server, 'listening')
const url = `mqtt://127.0.0.1:${server.address().port}`
const listen = (client, until, seen = []) => new Promise((done) => {
  client.on('message', (_topic, payload, { retain }) => {
    seen.push(`${payload} retain=${Number(retain)}`)
    if (seen.length === until) done(seen)
  })
})
const session = { clientId: 'lock', clean: false, reconnectPeriod: 0 }
const sleeper = await mqtt.connectAsync(url, session)
await sleeper.subscribeAsync('door/1', { qos: 1 })
await sleeper.endAsync()
const awake = await mqtt.connectAsync(url, { reconnectPeriod: 0 })
await awake.subscribeAsync('door/1', { qos: 1 })
const live = listen(awake, 2)
const sender = await mqtt.connectAsync(url, { reconnectPeriod: 0 })
await sender.publishAsync('door/1', 'rev 1', { qos: 1, retain: true })
await sender.publishAsync('door/1', 'rev 2', { qos: 1, retain: true })
const seen = { awake: await live }
const again = mqtt.connect(url, session)
seen.slept = await listen(again, 2)
console.log(seen)
assert.deepEqual(seen, { awake: ['rev 1 retain=0', 'rev 2 retain=0'], slept: ['rev 1 retain=1', 'rev 2 retain=1'] })
process.exit(0)
E
npm ls --depth=0
node run.mjs
