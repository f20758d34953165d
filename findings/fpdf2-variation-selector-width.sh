#!/usr/bin/env bash
# 葛城 with the shape the registry wants is written 葛 + U+E0100 + 城; the selector has no width of its own.
# One would guess that fpdf2, which knows a font's tables, draws two letters, or the plain 葛 and 城.
# Unless shaping is switched on it looks the selector up as a letter, finds none and draws the sign of a
# missing glyph after 葛, with a warning in the log only; the line grows by a whole letter. fontkit (under
# pdfkit and pdf-lib) lays out the same text in the same font as two letters.
# It hurts permits and rosters: a name in a registered shape prints with a blot, and columns break.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts @expo-google-fonts/biz-udpgothic@0.4.2 fontkit@2.0.4
python3 -m venv py
py/bin/pip -q --disable-pip-version-check install fpdf2==2.8.9
cat > run.py <<'E'
import fpdf
font = 'node_modules/@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf'
page = fpdf.FPDF(unit='pt')
page.add_page()
page.add_font('biz', '', font)
page.set_font('biz', size=20)
plain, named = (page.get_string_width(text) for text in ('葛城', '葛\U000E0100城'))
page.cell(text='葛\U000E0100城')
page.output('out.pdf')
print('fpdf2', fpdf.__version__, 'plain', plain, 'with selector', named)
assert (round(plain), round(named)) == (40, 60)
E
cat > run.cjs <<'E'
const assert = require('node:assert/strict')
const { openSync } = require('fontkit')
const font = openSync('node_modules/@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf')
const { glyphs } = font.layout('葛\u{E0100}城')
console.log('fontkit', glyphs.map((glyph) => glyph.codePoints.map((code) => code.toString(16)).join('+')))
assert.equal(glyphs.length, 2)
E
npm ls --depth=0
py/bin/python run.py
node run.cjs
