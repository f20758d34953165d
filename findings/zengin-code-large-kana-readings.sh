#!/usr/bin/env bash
# zengin-code lists Japan's banks and branches with a reading in katakana, in hiragana and in letters. The katakana is that of
# bank transfers, which have no small kana: サツポロ. One would expect the other two to be readings; they are the transfer's
# letters turned one by one: さつぽろ and "satsuporo" for Sapporo, which wanakana romanises as "sapporo" from さっぽろ.
# It hurts whoever looks for the bank of a refund by what they type, and whoever reads these as a branch's name: of the
# branches called 札幌 not one is found by さっぽろ or by sapporo.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts zengin-code@1.0.0-p20260824 wanakana@5.3.1
cat > run.cjs <<'E'
const assert = require('node:assert/strict')
const banks = require('zengin-code')
const wanakana = require('wanakana')
const branches = Object.values(banks).flatMap(bank => Object.values(bank.branches ?? {}))
const sapporo = branches.filter(branch => branch.name === '札幌')
const seen = {
  branches: sapporo.length,
  kana: [...new Set(sapporo.map(branch => branch.kana))],
  hira: [...new Set(sapporo.map(branch => branch.hira))],
  roma: [...new Set(sapporo.map(branch => branch.roma))],
  foundByHiragana: branches.filter(branch => branch.hira.startsWith('さっぽろ')).length,
  foundByLetters: branches.filter(branch => branch.roma.startsWith('sapporo')).length,
  wanakana: wanakana.toRomaji('さっぽろ'),
}
console.log(seen)
assert.ok(seen.branches > 10)
assert.deepEqual([seen.kana, seen.hira, seen.roma], [['サツポロ'], ['さつぽろ'], ['satsuporo']])
assert.deepEqual([seen.foundByHiragana, seen.foundByLetters, seen.wanakana], [0, 0, 'sapporo'])
E
npm ls --depth=0
node run.cjs
