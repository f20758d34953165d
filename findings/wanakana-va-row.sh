#!/usr/bin/env bash
# ヷ ヸ ヹ ヺ are katakana without a hiragana of their own. One would guess that wanakana leaves them,
# writes ゔぁ, or says that they are no kana it knows.
# isKatakana and isKana say yes, and toHiragana takes 0x60 off the code: ヷ becomes U+3097, which is no
# character at all, ヹ and ヺ become combining voiced marks that stick to the letter before. It hurts
# names of music clubs (ヷイオリン) sorted or compared by hiragana: boxes on screen and in PDFs, and the
# mark joins its neighbour: カヹ comes out as が.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts wanakana@5.3.1
cat > run.cjs <<'E'
const assert = require('node:assert/strict')
const { isKana, isKatakana, toHiragana } = require('wanakana')
const codes = (text) => [...text].map((letter) => letter.codePointAt(0).toString(16)).join(' ')
const rows = ['ヷ', 'ヸ', 'ヹ', 'ヺ', 'カヹ'].map((text) => ({
  text, known: isKana(text) && isKatakana(text), hiragana: codes(toHiragana(text)), normal: codes(toHiragana(text).normalize()),
}))
console.table(rows)
assert.ok(rows.every((row) => row.known))
assert.deepEqual(rows.map((row) => row.hiragana), ['3097', '3098', '3099', '309a', '304b 3099'])
assert.equal(rows[4].normal, codes('が'))
assert.ok(!/\p{Assigned}/u.test('\u3097'))
E
npm ls --depth=0
node run.cjs
