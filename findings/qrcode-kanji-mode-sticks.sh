#!/usr/bin/env bash
# qrcode can pack Japanese as kanji (13 bits a letter instead of 24) when a call passes toSJISFunc.
# One would guess that the option holds for that call.
# It holds for the process: after one call with it, every later call without it writes kanji mode too.
# The same text gives another symbol before and after, whoever asked, and 9:00〜12:00, which went as
# bytes, is refused from then on. It hurts entry tickets: their code changes or fails once some other
# page has drawn a label, until a restart.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts qrcode@1.5.4
cat > run.cjs <<'E'
const assert = require('node:assert/strict')
const { create } = require('qrcode')
const toSJISFunc = require('qrcode/helper/to-sjis')
const text = '三鷹市第一体育館'
const modes = () => create(text).segments.map((segment) => segment.mode.id)
const before = { modes: modes(), symbol: Buffer.from(create(text).modules.data).toString('hex') }
create('札', { toSJISFunc })
const after = { modes: modes(), symbol: Buffer.from(create(text).modules.data).toString('hex') }
console.log('before', before.modes, 'after', after.modes, 'same symbol:', before.symbol === after.symbol)
assert.deepEqual([before.modes, after.modes], [['Byte'], ['Kanji']])
assert.notEqual(before.symbol, after.symbol)
E
npm ls --depth=0
node run.cjs
