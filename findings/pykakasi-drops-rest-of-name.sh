#!/usr/bin/env bash
# pykakasi turns Japanese into kana or letters. One would expect a kanji that it does not know to come out as it is, or as a
# gap, with the rest of the name read; what came in should at least be the sum of the parts it answers with ("orig").
# A second kanji behind an unknown one is lost altogether: of 髙橋 (the usual "ladder" form of 高橋) nothing is read, not even 橋.
# In 山﨑 the known kanji comes twice, and the name reads やまやま; 𠮷田 loses its first kanji without a trace.
# It hurts whoever fills in the readings of a register of residents: such people stand first, nameless, in the list by kana.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv .venv
.venv/bin/pip install --quiet pykakasi==2.3.0 jaconv==0.5.0 Deprecated==1.3.1 wrapt==2.5.2
cat > run.py <<'E'
import pykakasi
from importlib.metadata import version

print("pykakasi", version("pykakasi"))
kakasi = pykakasi.kakasi()
seen = {}
for name in ["高橋", "髙橋", "山崎", "山﨑", "吉田", "𠮷田", "徳永", "德永"]:
    parts = kakasi.convert(name)
    seen[name] = ("".join(p["orig"] for p in parts), "".join(p["hira"] for p in parts))
    print(name, *seen[name])
assert seen["高橋"] == ("高橋", "たかはし")
assert seen["山崎"] == ("山崎", "やまざき")
assert seen["吉田"] == ("吉田", "よしだ")
assert seen["徳永"] == ("徳永", "とくなが")
assert seen["髙橋"] == ("髙", "")
assert seen["德永"] == ("德", "")
assert seen["山﨑"] == ("山山", "やまやま")
assert seen["𠮷田"] == ("田", "た")
E
.venv/bin/python run.py
