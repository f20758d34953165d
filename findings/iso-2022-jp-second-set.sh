#!/usr/bin/env bash
# encoding-japanese writes ISO-2022-JP for Japanese mail. One would guess that ① and №, neighbours in
# row 13 of the Windows table, go the same way, and that any reader of ISO-2022-JP shows both.
# ① goes into JIS X 0208, but №, 鷗 and 纊 into JIS X 0212 behind ESC $ ( D, which the web's definition
# of ISO-2022-JP lacks: postal-mime (by TextDecoder) shows rubbish, mailparser the character.
# It hurts mails with № before a number or people named 鷗: the sender's own check looks fine, and the
# letter that breaks is not one of the notorious ones (髙 and 﨑 arrive).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts \
  encoding-japanese@2.5.0 postal-mime@4.0.0 mailparser@3.14.2
cat > run.mjs <<'E'
import assert from 'node:assert/strict'
import Encoding from 'encoding-japanese'
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
const rows = []
for (const letter of ['①', '髙', '№', '鷗', '纊']) {
  const jis = Buffer.from(Encoding.convert(Encoding.stringToCode(letter), { to: 'JIS', from: 'UNICODE' }))
  const mail = Buffer.from(
    `From: a@example.jp\r\nSubject: =?ISO-2022-JP?B?${jis.toString('base64')}?=\r\n` +
      `Content-Type: text/plain; charset=ISO-2022-JP\r\n\r\n${jis.toString('latin1')}\r\n`, 'latin1')
  const [one, other] = [await PostalMime.parse(mail), await simpleParser(mail)]
  rows.push({
    letter,
    bytes: jis.toString('latin1').replaceAll('\x1b', 'ESC '),
    postalMime: one.subject === letter && one.text.trim() === letter,
    mailparser: other.subject === letter && other.text.trim() === letter,
    shown: one.subject,
  })
}
console.table(rows)
assert.deepEqual(rows.map((row) => row.postalMime), [true, true, false, false, false])
assert.ok(rows.every((row) => row.mailparser))
assert.ok(rows.slice(2).every((row) => row.bytes.startsWith('ESC $(D')))
E
npm ls --depth=0
node run.mjs
