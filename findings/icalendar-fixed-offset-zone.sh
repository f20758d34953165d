#!/usr/bin/env bash
# Python programs for Japan often write JST as timezone(timedelta(hours=9)), for there is no summer
# time. One would guess that icalendar turns such a start into UTC or into Asia/Tokyo.
# It writes TZID="UTC+09:00" (or TZID=JST when the zone has that name), adds no VTIMEZONE even when
# asked for the missing ones, and reads its own file back without any zone. ical.js takes it as local
# time of the machine. It hurts calendars attached to mails: 21:00 moves wherever the reader is not
# in Japan, be it a phone abroad or a server in UTC.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv py
py/bin/pip -q --disable-pip-version-check install icalendar==7.3.2
npm install --loglevel=error --no-audit --no-fund --ignore-scripts ical.js@2.2.1
cat > run.py <<'E'
import datetime as d
import icalendar
JST = d.timezone(d.timedelta(hours=9))
calendar = icalendar.Calendar()
calendar.add('prodid', '-//club//JA')
calendar.add('version', '2.0')
event = icalendar.Event()
event.add('uid', 'a')
event.add('dtstart', d.datetime(2026, 9, 21, 21, tzinfo=JST))
calendar.add_component(event)
calendar.add_missing_timezones()
written = calendar.to_ical()
print(icalendar.__version__, written.decode())
assert b'DTSTART;TZID="UTC+09:00":20260921T210000' in written and b'VTIMEZONE' not in written
again = icalendar.Calendar.from_ical(written).events[0]['dtstart'].dt
print('read back:', again, again.tzinfo)
assert again.tzinfo is None
open('out.ics', 'wb').write(written)
E
cat > run.mjs <<'E'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
const event = new ICAL.Component(ICAL.parse(readFileSync('out.ics', 'utf8'))).getFirstSubcomponent('vevent')
const seen = new ICAL.Event(event).startDate.toJSDate().toISOString()
console.log('ical.js on a server in UTC:', seen)
assert.equal(seen, '2026-09-21T21:00:00.000Z')
E
py/bin/python run.py
TZ=UTC node run.mjs
