#!/usr/bin/env bash
# Many calendars cancel one day of a series by EXDATE;VALUE=DATE:20261008. One would guess the day is
# gone whatever the hour, or never, since the series has hours and the exception has none.
# node-ical drops the occurrence at 21:00 in Tokyo and keeps the one at 07:00: it compares the day in
# UTC, where 07:00 on the 8th is still the 7th. ical.js drops both. It hurts early slots (a gym from
# 7:00, the morning flag): a cancelled morning stays booked, an evening does not, so tests by day pass.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts ical.js@2.2.1 node-ical@0.27.2
cat > run.mjs <<'E'
import assert from 'node:assert/strict'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
const series = (hour) => [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//gym//JA',
  'BEGIN:VTIMEZONE', 'TZID:Asia/Tokyo', 'BEGIN:STANDARD', 'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0900', 'TZOFFSETTO:+0900', 'END:STANDARD', 'END:VTIMEZONE',
  'BEGIN:VEVENT', 'UID:gym', 'DTSTAMP:20260901T000000Z',
  `DTSTART;TZID=Asia/Tokyo:20261001T${hour}0000`, 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=3',
  'EXDATE;VALUE=DATE:20261008', 'END:VEVENT', 'END:VCALENDAR', '',
].join('\r\n')
const inTokyo = (instant) => new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 16)
const byNodeIcal = (file) => {
  const event = Object.values(nodeIcal.sync.parseICS(file)).find((part) => part.type === 'VEVENT')
  return nodeIcal
    .expandRecurringEvent(event, { from: new Date('2026-09-01T00:00:00Z'), to: new Date('2026-12-01T00:00:00Z') })
    .map((one) => inTokyo(one.start))
}
const byIcalJs = (file) => {
  const walk = new ICAL.Event(new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent')).iterator()
  const days = []
  for (let day = walk.next(); day; day = walk.next()) days.push(day.toString().slice(0, 16))
  return days
}
const seen = { early: byNodeIcal(series('07')), late: byNodeIcal(series('21')), other: byIcalJs(series('07')) }
console.log(seen)
assert.deepEqual(seen.early, ['2026-10-01T07:00', '2026-10-08T07:00', '2026-10-15T07:00'])
assert.deepEqual(seen.late, ['2026-10-01T21:00', '2026-10-15T21:00'])
assert.deepEqual(seen.other, ['2026-10-01T07:00', '2026-10-15T07:00'])
E
npm ls --depth=0
for zone in UTC Asia/Tokyo; do
  echo "server in $zone"
  TZ=$zone node run.mjs
done
