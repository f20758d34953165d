#!/usr/bin/env bash
# jaconv.normalize is what one reaches for to make typed Japanese comparable; one would guess that it
# does as NFKC does: full-width digits to plain ones, － to a hyphen.
# It turns the wave dash and the full-width hyphen into the long-vowel mark: 9:00〜12:00 is 9:00ー12:00,
# 0422－12－3456 is 0422ー12ー3456; only the minus sign U+2212 becomes a hyphen, which NFKC leaves alone.
# It hurts opening hours, telephone and postal numbers that pass through a "clean-up" of free text:
# a range is no more a range, and a number no longer matches the one in the register.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv py
py/bin/pip -q --disable-pip-version-check install jaconv==0.5.0
cat > run.py <<'E'
import importlib.metadata
import unicodedata
import jaconv
print('jaconv', importlib.metadata.version('jaconv'))
seen = {text: jaconv.normalize(text) for text in ['９:００〜１２:００', '0422－12－3456', '181−0013', '－５℃']}
for text, normal in seen.items():
    print(text, '->', normal, '| NFKC', unicodedata.normalize('NFKC', text))
assert list(seen.values())[:2] == ['9:00ー12:00', '0422ー12ー3456']
assert seen['181−0013'] == '181-0013'
assert unicodedata.normalize('NFKC', '0422－12－3456') == '0422-12-3456'
E
py/bin/python run.py
