#!/usr/bin/env bash
# Lists of public facilities write 0422-12-3456（代） for the main number and 内線 for an extension.
# libphonenumber exists as one algorithm in several languages, and one would guess the same answer in all.
# libphonenumber-js reads the number with （代）, the Python port refuses it as no number at all. With
# 内線123 both refuse to parse, though "ext123" and "#123" give an extension; the finder of the JavaScript
# port then returns the main number without the 123. It hurts imports of office lists, and a call or
# an SMS that goes to the switchboard because half of the entry was dropped.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts libphonenumber-js@1.13.16
python3 -m venv py
py/bin/pip -q --disable-pip-version-check install phonenumbers==9.0.43
cat > run.cjs <<'E'
const assert = require('node:assert/strict')
const { findPhoneNumbersInText, parsePhoneNumberFromString } = require('libphonenumber-js/max')
const read = (text) => {
  const found = parsePhoneNumberFromString(text, 'JP')
  return found ? `${found.number} ${found.ext ?? '-'}` : 'none'
}
const texts = ['0422-12-3456（代）', '0422-12-3456 内線123', '0422-12-3456 ext123']
const rows = texts.map((text) => ({
  text, parsed: read(text), found: findPhoneNumbersInText(text, 'JP').map((one) => `${one.number.number} ${one.number.ext ?? '-'}`).join(),
}))
console.table(rows)
assert.deepEqual(rows.map((row) => row.parsed), ['+81422123456 -', 'none', '+81422123456 123'])
assert.equal(rows[1].found, '+81422123456 -')
E
cat > run.py <<'E'
import phonenumbers
def read(text):
    try:
        found = phonenumbers.parse(text, 'JP')
        return f'+{found.country_code}{found.national_number} {found.extension or "-"}'
    except phonenumbers.NumberParseException:
        return 'none'
texts = ['0422-12-3456（代）', '0422-12-3456 内線123', '0422-12-3456 ext123']
rows = [read(text) for text in texts]
print('phonenumbers', phonenumbers.__version__, dict(zip(texts, rows)))
assert rows == ['none', 'none', '+81422123456 123']
E
npm ls --depth=0
node run.cjs
py/bin/python run.py
