#!/usr/bin/env python3
"""Checks the public bundle of a draw: Python 3.9 or later, standard library only, no network.

    python3 verify_draw.py bundle.json [--root ROOT] [--digest DIGEST]
    python3 verify_draw.py --lines < bundles.jsonl

Written from the bundle's documented format (libs/contract/src/lottery/draw-bundle.ts), apart from the program that makes the draw, so that
an error in one of them shows. `--root` and `--digest` are values noted down when the city published them. One line per check:
`ok`, `flagged` (allowed, but for people to judge) or `failed`. Exit code 0: nothing failed; 1: something failed; 2: nothing could be
checked. `--lines` reads one bundle a line and answers each with one line of JSON.
"""

import argparse
import hashlib
import hmac
import json
import re
import sys
from datetime import date, datetime, timedelta, timezone

sys.dont_write_bytecode = True  # the folder may be read-only, and an outsider's copy stays as it was downloaded

from bls12381 import is_signed  # noqa: E402

VERSION = "draw-v1"
QUICKNET = {
    "hash": "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971",
    "publicKey": "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451"
    "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a",
    "genesis": 1692803367,
    "period": 3,
}


class Malformed(Exception):
    """The bundle is not of the documented form; the message is the place."""


# ---- hashing


def canonical(value) -> bytes:
    """RFC 8785 for what a bundle may hold: after `check_shape` there are only ASCII strings, integers, null, lists and objects."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def sha256(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def tree_hash(leaves) -> bytes:
    """RFC 6962 section 2.1, by its recursive definition."""
    if len(leaves) == 1:
        return sha256(b"\0", leaves[0])
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha256(b"\1", tree_hash(leaves[:split]), tree_hash(leaves[split:]))


# ---- the form of a bundle: each checker takes a value and the place it stands at


def text(pattern, also=lambda found: None):
    def check(value, place):
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            raise Malformed(place)
        try:
            also(value)
        except ValueError:
            raise Malformed(place) from None

    return check


def integer(least, most=2**53 - 1):
    def check(value, place):
        if type(value) is not int or not least <= value <= most:
            raise Malformed(place)

    return check


def one_of(*allowed):
    return text("|".join(map(re.escape, allowed)))


def nullable(checker):
    return lambda value, place: None if value is None else checker(value, place)


def many(checker, least=0, most=sys.maxsize):
    def check(value, place):
        if not isinstance(value, list) or not least <= len(value) <= most:
            raise Malformed(place)
        for index, item in enumerate(value):
            checker(item, f"{place}.{index}")

    return check


def record(**fields):
    def check(value, place):
        if not isinstance(value, dict) or value.keys() != fields.keys():
            raise Malformed(place)
        for name, checker in fields.items():
            checker(value[name], f"{place}.{name}".lstrip("."))

    return check


def by_kind(**records):
    def check(value, place):
        kind = value.get("kind") if isinstance(value, dict) else None
        if not isinstance(kind, str) or kind not in records:
            raise Malformed(place)
        records[kind](value, place)

    return check


HEX32 = text("[0-9a-f]{64}")
SLUG = text("[a-z0-9][a-z0-9-]{0,62}")
UUID = text(
    "[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|0{8}(-0{4}){3}-0{12}|f{8}(-f{4}){3}-f{12}"
)
ENTRY_ID = text("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
DATE = text("[0-9]{4}-[0-9]{2}-[0-9]{2}", date.fromisoformat)
TIME = text("([01][0-9]|2[0-3]):[0-5][0-9]|24:00")
INSTANT = text(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z",
    lambda value: date.fromisoformat(value[:10]),
)
ROUND_NUMBER = integer(1, 10_000_000_000)

WISH = record(listingId=SLUG, date=DATE, **{"from": TIME, "to": TIME})
CHAIN = record(
    hash=HEX32, publicKey=text("[0-9a-f]{192}"), genesis=integer(0, 100_000_000_000), period=integer(1, 600)
)
BUNDLE = record(
    bundleVersion=one_of(VERSION),
    roundId=UUID,
    cityId=SLUG,
    dates=record(first=DATE, last=DATE),
    opensAt=INSTANT,
    closesAt=INSTANT,
    drawAt=INSTANT,
    rule=record(
        version=one_of(VERSION), winsPerMonth=nullable(integer(0)), winsPerDay=integer(1), maxWishes=integer(1, 10)
    ),
    commitment=record(publishedAt=INSTANT, chain=CHAIN, beaconRound=ROUND_NUMBER, fallbackHash=HEX32),
    listings=many(record(listingId=SLUG, spaceIds=many(SLUG, 1, 100))),
    freeze=record(at=INSTANT, count=integer(0), root=HEX32),
    entries=many(record(entryId=ENTRY_ID, entrant=HEX32, priorWins=integer(0), wishes=many(WISH, 1, 10))),
    beacon=by_kind(
        drand=record(kind=one_of("drand"), round=ROUND_NUMBER, signature=text("[0-9a-f]{96}"), randomness=HEX32),
        fallback=record(
            kind=one_of("fallback"),
            secret=HEX32,
            reason=one_of("unreachable", "signature-not-valid"),
            claimedAt=INSTANT,
        ),
    ),
    seed=HEX32,
    exclusions=many(record(entryId=ENTRY_ID, reason=one_of("withdrawn", "suspended"), at=INSTANT)),
    results=many(
        record(
            entryId=ENTRY_ID,
            position=integer(1),
            outcome=one_of("won", "lost", "excluded"),
            wish=nullable(integer(0)),
            verdicts=many(one_of("won", "month-limit", "day-limit", "own-overlap", "taken"), 0, 10),
        )
    ),
    resultDigest=HEX32,
)


# ---- time, in milliseconds of Unix time


def instant_ms(text_form: str) -> int:
    moment = datetime.strptime(text_form, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=timezone.utc)
    return (moment - datetime(1970, 1, 1, tzinfo=timezone.utc)) // timedelta(milliseconds=1)


def beacon_ms(bundle) -> int:
    chain = bundle["commitment"]["chain"]
    return (chain["genesis"] + (bundle["commitment"]["beaconRound"] - 1) * chain["period"]) * 1000


# ---- the draw


def draw_order(bundle):
    key = bytes.fromhex(bundle["seed"])

    def rank(entry):
        message = (bundle["roundId"] + entry["entryId"]).encode()
        return hmac.new(key, message, hashlib.sha256).digest(), entry["entryId"]

    return sorted(bundle["entries"], key=rank)


def allocate(bundle, ordered):
    """Every won wish is kept in one list per date; a wish is held against the wins of its date."""
    spaces = {listing["listingId"]: set(listing["spaceIds"]) for listing in bundle["listings"]}
    excluded = {exclusion["entryId"] for exclusion in bundle["exclusions"]}
    wins_on, month_wins, results = {}, {}, []
    for position, entry in enumerate(ordered, start=1):
        result = {"entryId": entry["entryId"], "position": position, "outcome": "lost", "wish": None, "verdicts": []}
        results.append(result)
        if entry["entryId"] in excluded:
            result["outcome"] = "excluded"
            continue
        for index, wish in enumerate(entry["wishes"]):
            wins = wins_on.setdefault(wish["date"], [])
            held = entry["priorWins"] + month_wins.get(entry["entrant"], 0)
            verdict = judge(bundle["rule"], entry["entrant"], (held, wins), (wish, spaces[wish["listingId"]]))
            result["verdicts"].append(verdict)
            if verdict == "won":
                wins.append((entry["entrant"], wish, spaces[wish["listingId"]]))
                month_wins[entry["entrant"]] = month_wins.get(entry["entrant"], 0) + 1
                result.update(outcome="won", wish=index)
                break
    return results


def judge(rule, entrant, standing, wanted):
    held, wins = standing
    wish, wanted_spaces = wanted
    if rule["winsPerMonth"] is not None and held >= rule["winsPerMonth"]:
        return "month-limit"
    if sum(winner == entrant for winner, _, _ in wins) >= rule["winsPerDay"]:
        return "day-limit"
    met = [win for win in wins if win[1]["from"] < wish["to"] and wish["from"] < win[1]["to"]]
    if any(winner == entrant for winner, _, _ in met):
        return "own-overlap"
    if any(won_spaces & wanted_spaces for _, _, won_spaces in met):
        return "taken"
    return "won"


# ---- the checks: each gives (id, status, words)


def ok(check, words):
    return check, "ok", words


def flagged(check, words):
    return check, "flagged", words


def failed(check, words):
    return check, "failed", words


def agree(check, same, what):
    return ok(check, f"{what}が一致します") if same else failed(check, f"{what}が一致しません")


def check_shape(value):
    try:
        BUNDLE(value, "")
    except Malformed as place:
        return failed("shape", f"公開データの形が正しくありません: {place}")
    return ok("shape", "公開データの形は draw-v1 のとおりです")


def rising(ids):
    return all(one < other for one, other in zip(ids, ids[1:]))


def check_list(bundle):
    problem = list_problem(bundle)
    return failed("list", f"名簿に矛盾があります: {problem}") if problem else ok("list", "名簿に矛盾はありません")


def list_problem(bundle):
    first, last = bundle["dates"]["first"], bundle["dates"]["last"]
    if first > last or first[:7] != last[:7]:
        return "利用日が一つの月の中にありません"
    if not rising([listing["listingId"] for listing in bundle["listings"]]):
        return "施設の並びが番号順ではありません"
    if not all(rising(listing["spaceIds"]) for listing in bundle["listings"]):
        return "部屋の並びが番号順ではありません"
    if not rising([entry["entryId"] for entry in bundle["entries"]]):
        return "申込の並びが番号順ではありません"
    known = {listing["listingId"] for listing in bundle["listings"]}
    for entry in bundle["entries"]:
        fits = all(
            wish["listingId"] in known and first <= wish["date"] <= last and wish["from"] < wish["to"]
            for wish in entry["wishes"]
        )
        if not fits or len(entry["wishes"]) > bundle["rule"]["maxWishes"]:
            return f"申込 {entry['entryId']} の希望が規則に合いません"
    prior = {}
    for entry in bundle["entries"]:
        if prior.setdefault(entry["entrant"], entry["priorWins"]) != entry["priorWins"]:
            return f"申込 {entry['entryId']} の当選済みの数が同じ申込者の中で違います"
    return None


def check_times(bundle):
    opens, closes, draws = (instant_ms(bundle[name]) for name in ("opensAt", "closesAt", "drawAt"))
    frozen, published = instant_ms(bundle["freeze"]["at"]), instant_ms(bundle["commitment"]["publishedAt"])
    if opens >= closes:
        return failed("times", "締切が受付開始より前です")
    if frozen < closes:
        return failed("times", "締切より前に名簿を確定しています")
    if published > frozen:
        return failed("times", "約束の公表が名簿の確定より後です")
    if beacon_ms(bundle) <= frozen:
        return failed("times", "名簿の確定より前に乱数が発表されています")
    if published > closes:
        return flagged("times", "約束の公表が締切より後です")
    if beacon_ms(bundle) > draws:
        return flagged("times", "乱数の発表が抽選日時より後です")
    return ok("times", "約束の公表、締切、名簿の確定、乱数の発表の順です")


def check_chain(bundle):
    if bundle["commitment"]["chain"] == QUICKNET:
        return ok("chain", "乱数は公開の drand quicknet のものです")
    return flagged("chain", "試験用の乱数です。持ち主は値を前もって知ることができます")


def check_count(bundle):
    held, published = len(bundle["entries"]), bundle["freeze"]["count"]
    if held == published:
        return ok("count", f"申込は公表どおり{held}件です")
    return failed("count", f"申込は{held}件ですが、公表は{published}件です")


def check_root(bundle):
    names = "bundleVersion roundId cityId dates opensAt closesAt drawAt rule commitment listings".split()
    round_leaf = {name: bundle[name] for name in names}
    round_leaf["freeze"] = {name: bundle["freeze"][name] for name in ("at", "count")}
    root = tree_hash([canonical(leaf) for leaf in [round_leaf, *bundle["entries"]]]).hex()
    published = bundle["freeze"]["root"]
    if root == published:
        return ok("root", f"名簿の根が一致します: {root}")
    return failed("root", f"名簿が確定の後で変わっています: 根は {root} ですが、公表は {published} です")


def check_beacon(bundle):
    commitment, beacon = bundle["commitment"], bundle["beacon"]
    chain, number = commitment["chain"], commitment["beaconRound"]
    if beacon["kind"] == "fallback":
        return check_fallback(bundle)
    if beacon["round"] != number:
        return failed("beacon", f"乱数は第{beacon['round']}回のものですが、約束は第{number}回です")
    if sha256(bytes.fromhex(beacon["signature"])).hex() != beacon["randomness"]:
        return failed("beacon", "乱数が署名の SHA-256 ではありません")
    if not is_signed(number, beacon["signature"], chain["publicKey"]):
        return failed("beacon", "乱数の署名が正しくありません")
    return ok("beacon", f"約束した第{number}回の乱数で、署名も正しいです")


def check_fallback(bundle):
    commitment, beacon = bundle["commitment"], bundle["beacon"]
    if sha256(bytes.fromhex(beacon["secret"])).hex() != commitment["fallbackHash"]:
        return failed("beacon", "予備の乱数が約束のハッシュと合いません")
    if instant_ms(beacon["claimedAt"]) < beacon_ms(bundle):
        return failed("beacon", "乱数の発表を待たずに予備の乱数を使っています")
    claims = {"unreachable": "乱数につながらない", "signature-not-valid": "乱数の署名が正しくない"}
    url = f"https://api.drand.sh/{commitment['chain']['hash']}/public/{commitment['beaconRound']}"
    return flagged(
        "beacon",
        f"予備の乱数を使いました。市の申し出: {claims[beacon['reason']]}（{beacon['claimedAt']}）。"
        f"本物は {url} で確かめられます",
    )


def check_exclusions(bundle):
    exclusions = bundle["exclusions"]
    if not exclusions:
        return ok("exclusions", "確定の後で除かれた申込はありません")
    ids = [exclusion["entryId"] for exclusion in exclusions]
    if not rising(ids) or not set(ids) <= {entry["entryId"] for entry in bundle["entries"]}:
        return failed("exclusions", "除かれた申込の一覧に矛盾があります")
    if any(instant_ms(exclusion["at"]) >= beacon_ms(bundle) for exclusion in exclusions):
        return failed("exclusions", "乱数の発表の後で除かれた申込があります")
    return flagged("exclusions", f"{len(exclusions)}件が抽選から除かれています。ほかの申込の順は変わりません")


def check_outcome(bundle):
    beacon = bundle["beacon"]
    chance = beacon["randomness"] if beacon["kind"] == "drand" else beacon["secret"]
    seed = sha256(VERSION.encode(), bytes.fromhex(bundle["freeze"]["root"]), bytes.fromhex(chance)).hex()
    results = allocate(bundle, draw_order(bundle))
    places = [[(result["entryId"], result["position"]) for result in found] for found in (results, bundle["results"])]
    rest = {name: value for name, value in bundle.items() if name != "resultDigest"}
    return [
        agree("seed", seed == bundle["seed"], "抽選の種"),
        agree("order", places[0] == places[1], "抽選の順"),
        agree("results", results == bundle["results"], "当選と落選"),
        agree("digest", sha256(canonical(rest)).hex() == bundle["resultDigest"], "全体のハッシュ"),
    ]


def verify(bundle, root=None, digest=None):
    opening = [check_shape(bundle)]
    if opening[0][1] == "ok":
        opening.append(check_list(bundle))
    if any(status == "failed" for _, status, _ in opening):
        return opening
    checks = [check_times, check_chain, check_count, check_root, check_beacon, check_exclusions]
    noted = [("noted-root", root, bundle["freeze"]["root"], "控えた名簿の根")]
    noted.append(("noted-digest", digest, bundle["resultDigest"], "控えた全体のハッシュ"))
    return [
        *opening,
        *(check(bundle) for check in checks),
        *check_outcome(bundle),
        *(agree(name, value == found, what) for name, value, found, what in noted if value is not None),
    ]


# ---- the program


def read_json(source: str):
    def no_constant(name):
        raise ValueError(f"{name} is not JSON")

    def number(literal):  # 1.0 and 1e2 are integers to JSON
        value = float(literal)
        return int(value) if value.is_integer() else value

    return json.loads(source, parse_float=number, parse_constant=no_constant)


def answer_lines():
    for row in sys.stdin:
        bundle = read_json(row)
        checks = verify(bundle)
        answer = {"checks": {name: status for name, status, _ in checks}, "words": [words for _, _, words in checks]}
        if len(checks) > 2:
            drawn = {**bundle, "results": allocate(bundle, draw_order(bundle))}
            del drawn["resultDigest"]
            answer.update(results=canonical(drawn["results"]).decode(), digest=sha256(canonical(drawn)).hex())
        print(json.dumps(answer), flush=True)
    return 0


def main():
    parser = argparse.ArgumentParser(description="抽選の公開データを確かめます。")
    parser.add_argument("bundle", nargs="?", help="公開データ (bundle.json)")
    parser.add_argument("--root", help="名簿の確定のときに控えた根")
    parser.add_argument("--digest", help="結果の発表のときに控えた全体のハッシュ")
    parser.add_argument("--lines", action="store_true", help="標準入力の各行を一つの公開データとして読む")
    asked = parser.parse_args()
    if asked.lines:
        return answer_lines()
    if asked.bundle is None:
        parser.error("bundle.json を指定してください")
    try:
        with open(asked.bundle, encoding="utf-8") as file:
            bundle = read_json(file.read())
    except (OSError, ValueError, RecursionError) as error:
        print(error, file=sys.stderr)
        return 2
    checks = verify(bundle, asked.root, asked.digest)
    for name, status, words in checks:
        print(f"{status:7} {name:12} {words}")
    statuses = {status for _, status, _ in checks}
    if "failed" in statuses:
        print("結果: この抽選は確かめられません")
        return 1
    if "flagged" in statuses:
        print("結果: 計算は正しいです。flagged の行をお読みください")
    else:
        print("結果: 抽選は約束どおりに行われました")
    return 0


if __name__ == "__main__":
    sys.exit(main())
