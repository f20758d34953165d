#!/usr/bin/env bash
# A series listed by RDATE alone (the club books the 21st, the 28th and the 5th) has one meaning in
# RFC 5545: the start and every listed day. One would expect two readers to agree on three days.
# ical.js walks the listed days and leaves out the start itself; node-ical's expansion gives the start
# and leaves out every listed day. Between them no day is seen by both. It hurts whoever imports the
# bookings of a club's own calendar: half of them are missing and nothing says so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts ical.js@2.2.1 node-ical@0.27.2
cat > run.mjs <<'E'
import assert from 'node:assert/strict'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
const file = [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//club//JA',
  'BEGIN:VEVENT', 'UID:club', 'DTSTAMP:20260901T000000Z',
  'DTSTART:20260921T040000Z', 'DTEND:20260921T050000Z',
  'RDATE:20260928T040000Z,20261005T040000Z',
  'END:VEVENT', 'END:VCALENDAR', '',
].join('\r\n')
const event = new ICAL.Event(new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent'))
const walk = event.iterator()
const byIcalJs = []
for (let day = walk.next(); day; day = walk.next()) byIcalJs.push(day.toString().slice(0, 10))
const parsed = Object.values(nodeIcal.sync.parseICS(file)).find((part) => part.type === 'VEVENT')
const byNodeIcal = nodeIcal
  .expandRecurringEvent(parsed, { from: new Date('2026-09-01T00:00:00Z'), to: new Date('2026-11-01T00:00:00Z') })
  .map((one) => one.start.toISOString().slice(0, 10))
console.log('ical.js  :', byIcalJs)
console.log('node-ical:', byNodeIcal)
assert.deepEqual(byIcalJs, ['2026-09-28', '2026-10-05'])
assert.deepEqual(byNodeIcal, ['2026-09-21'])
E
npm ls --depth=0
node run.mjs
