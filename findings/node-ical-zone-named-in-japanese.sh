#!/usr/bin/env bash
# A file may define its own zone (VTIMEZONE) under any name; RFC 5545 gives the definition the word.
# One would guess that TZID=日本 with +0900 written in the same file is read as nine hours ahead.
# node-ical looks the name up instead, finds no such zone and reads 21:00 in the zone of the process:
# right on a laptop in Tokyo, nine hours late on a server in UTC. ical.js obeys the definition.
# It hurts imports of calendars made by Japanese groupware, and only after deployment.
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
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//groupware//JA',
  'BEGIN:VTIMEZONE', 'TZID:日本', 'BEGIN:STANDARD', 'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0900', 'TZOFFSETTO:+0900', 'END:STANDARD', 'END:VTIMEZONE',
  'BEGIN:VEVENT', 'UID:a', 'DTSTAMP:20260901T000000Z',
  'DTSTART;TZID=日本:20260921T210000', 'DTEND;TZID=日本:20260921T220000',
  'END:VEVENT', 'END:VCALENDAR', '',
].join('\r\n')
const one = Object.values(nodeIcal.sync.parseICS(file)).find((part) => part.type === 'VEVENT')
const other = new ICAL.Event(new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent'))
const seen = { nodeIcal: one.start.toISOString(), icalJs: other.startDate.toJSDate().toISOString() }
console.log(process.env.TZ, seen)
const late = process.env.TZ === 'UTC'
assert.equal(seen.nodeIcal, late ? '2026-09-21T21:00:00.000Z' : '2026-09-21T12:00:00.000Z')
assert.equal(seen.icalJs, '2026-09-21T12:00:00.000Z')
E
npm ls --depth=0
TZ=Asia/Tokyo node run.mjs
TZ=UTC node run.mjs
