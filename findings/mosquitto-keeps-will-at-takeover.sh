#!/usr/bin/env bash
# A door lock with a persistent session loses its radio and comes back under its name before the broker has
# missed it. One would guess that its last will ("offline") is told, for the old connection ended without a
# DISCONNECT (MQTT 3.1.1, 3.1.2.5), or is told nowhere. aedes tells it; mosquitto tells it when either
# session is clean and keeps it when both are persistent. It hurts whoever tests alarms on one broker and
# runs another: the same lock flaps on one and never on the other, and MQTT 5 with an expiry does the same.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts aedes@1.2.0 mqtt@5.16.0
# Debian 12; without root an earlier `apt-get update` has to have been run by somebody.
apt-get download -q mosquitto=2.0.11-1.2+deb12u2 libdlt2 libwrap0
for package in *.deb; do dpkg -x "$package" root; done
cat > run.mjs <<'E'
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Aedes } from 'aedes'
import mqtt from 'mqtt'

const broker = await Aedes.createBroker()
const server = net.createServer(broker.handle).listen(0, '127.0.0.1')
await once(server, 'listening')
const free = net.createServer().listen(0, '127.0.0.1')
await once(free, 'listening')
const { port } = free.address()
free.close()
const mosquitto = spawn('root/usr/sbin/mosquitto', ['-v', '-p', String(port)], { stdio: ['ignore', 'pipe', 'pipe'] })
process.once('exit', () => mosquitto.kill())
const [, [banner]] = await Promise.all([once(mosquitto, 'spawn'), once(mosquitto.stderr, 'data')])
await pause(500)

async function takenOver(url, persistent) {
  const watcher = await mqtt.connectAsync(url)
  const told = []
  watcher.on('message', (_, payload) => told.push(String(payload)))
  await watcher.subscribeAsync('door/state')
  const will = { topic: 'door/state', payload: 'offline', qos: 1 }
  const lock = { clientId: 'door', clean: !persistent, will, reconnectPeriod: 0, protocolVersion: 4 }
  const before = await mqtt.connectAsync(url, lock)
  before.on('error', () => undefined)
  const after = await mqtt.connectAsync(url, lock)
  await pause(300)
  await after.publishAsync('door/state', 'online', { qos: 1 })
  while (!told.includes('online')) await pause(20)
  await after.endAsync()
  await watcher.endAsync()
  return told
}

const urls = { aedes: `mqtt://127.0.0.1:${server.address().port}`, mosquitto: `mqtt://127.0.0.1:${port}` }
const seen = {}
for (const [name, url] of Object.entries(urls))
  seen[name] = { clean: await takenOver(url, false), persistent: await takenOver(url, true) }
console.log(String(banner).split('\n')[0], JSON.stringify(seen))
assert.deepEqual(seen, {
  aedes: { clean: ['offline', 'online'], persistent: ['offline', 'online'] },
  mosquitto: { clean: ['offline', 'online'], persistent: ['online'] },
})
process.exit(0)
E
npm ls --depth=0
LD_LIBRARY_PATH=$(dirname "$(find root -name 'libdlt.so.2*' | head -1)") node run.mjs
