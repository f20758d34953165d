#!/usr/bin/env bash
# ics (Python) reads a calendar and writes it again. One would guess that a file without CALSCALE comes
# out without it, or with GREGORIAN, the only value that RFC 5545 has.
# It comes out with CALSCALE:GEORGIAN. An event made by the library itself has no DTSTAMP, which the RFC
# demands of every event, and a time in Tokyo becomes one in UTC with the zone gone.
# It hurts offices that filter a facility's feed with a small script: the cleaned file is no longer valid,
# and strict readers down the line may refuse it for a calendar system that does not exist.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv py
py/bin/pip -q --disable-pip-version-check install ics==0.7.3
cat > run.py <<'E'
import importlib.metadata
import ics
read = '\r\n'.join([
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//city//JA', 'BEGIN:VEVENT', 'UID:a', 'DTSTAMP:20260901T000000Z',
    'DTSTART;VALUE=DATE:20260921', 'SUMMARY:休館日', 'END:VEVENT', 'END:VCALENDAR', ''])
written = ics.Calendar(read).serialize()
made = ics.Calendar(events=[ics.Event(name='体育館', begin='2026-09-21T21:00:00+09:00')]).serialize()
print('ics', importlib.metadata.version('ics'))
print(written)
print(made)
assert 'CALSCALE:GEORGIAN' in written
assert 'DTSTAMP' not in made and 'DTSTART:20260921T120000Z' in made
E
py/bin/python run.py
