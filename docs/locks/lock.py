"""A lock that speaks ekey/v1, written from protocol.md with paho-mqtt and the standard library.

Reads digits to try from standard input, one code a line, and answers `open` or why not. It is an example for
makers: events wait in memory only, and there is no bolt.

    python lock.py HOST PORT SITE LOCK PASSWORD KEY_HEX STATE_FILE
"""

import base64
import hashlib
import hmac
import json
import os
import queue
import secrets
import sys
import threading
import time
from datetime import datetime, timedelta, timezone

import paho.mqtt.client as mqtt

from aes_gcm import open_sealed

ALWAYS = ("staff", "emergency")
SLOTS = 100


def derived(key, purpose):
    """HKDF-SHA-256 (RFC 5869) for one block of output."""
    secret = hmac.new(b"asaichi/lock/v1", key, "sha256").digest()
    return hmac.new(secret, f"lock/{purpose}".encode() + b"\x01", "sha256").digest()


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


class Refused(Exception):
    """Why a set is not taken."""


class CodeSet:
    """The set the lock works on: keyed hashes, never digits."""

    def __init__(self, lock, key, path):
        self.lock, self.key, self.path = lock, key, path
        self.rev = self.epoch = 0
        self.digest, self.not_after, self.codes, self.refused = None, "", [], None
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                self.use(json.load(file))

    def take(self, desired):
        """True where something changed."""
        try:
            if self.is_known(desired):
                return False
            self.check(desired)
        except Refused as why:
            self.refused = {"rev": desired["rev"], "epoch": desired["epoch"], "reason": str(why)}
            raise
        with open(self.path + ".new", "w", encoding="utf-8") as file:
            json.dump(desired, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(self.path + ".new", self.path)
        self.use(desired)
        return True

    def is_known(self, desired):
        if desired["epoch"] != self.epoch:
            if desired["epoch"] < self.epoch:
                raise Refused("older-epoch")
            return False
        if desired["rev"] != self.rev:
            if desired["rev"] < self.rev:
                raise Refused("older-rev")
            return False
        if desired["digest"] != self.digest:
            raise Refused("digest-conflict")
        return True

    def check(self, desired):
        entries = sorted(compact(self.entry(code)) for code in self.opened(desired))
        if hashlib.sha256(f"[{','.join(entries)}]".encode()).hexdigest() != desired["digest"]:
            raise Refused("digest-mismatch")

    def opened(self, desired):
        seal, mark = derived(self.key, "seal"), derived(self.key, "hash")
        for code in desired["codes"]:
            place = f"{self.lock}|{desired['epoch']}|{code['id']}".encode()
            sealed = base64.urlsafe_b64decode(code["ct"] + "=" * (-len(code["ct"]) % 4))
            digits = open_sealed(seal, sealed, place)
            if digits is None or not digits.isdigit() or len(digits) != code["len"]:
                continue
            yield {**code, "hash": hmac.new(mark, digits, "sha256").hexdigest()}

    @staticmethod
    def entry(code):
        spans = sorted([window["from"], window["to"]] for window in code["windows"])
        return [code["id"], code["kind"], spans, code["hash"]]

    def use(self, desired):
        by_start = sorted(self.opened(desired), key=lambda code: [w["from"] for w in code["windows"]][:1])
        self.codes, self.left_out = by_start[:SLOTS], by_start[SLOTS:]
        self.rev, self.epoch = desired["rev"], desired["epoch"]
        self.digest, self.not_after, self.refused = desired["digest"], desired["notAfter"], None

    def results(self):
        stored = [{"id": code["id"], "result": "stored", "proof": "value"} for code in self.codes]
        return stored + [{"id": code["id"], "result": "no-room"} for code in getattr(self, "left_out", [])]

    def judge(self, digits, now):
        """The code that opens, or the reason of the denial; `now` is None while the time is unknown."""
        mark = hmac.new(derived(self.key, "hash"), digits.encode(), "sha256").hexdigest()
        answer = "unknown"
        for code in self.codes:
            if not hmac.compare_digest(code["hash"], mark):
                continue
            if code["kind"] in ALWAYS and not code["windows"]:
                return code
            if now is None:
                answer = "clock-unknown"
            elif code["kind"] not in ALWAYS and now >= self.not_after:
                answer = "ended"
            elif any(window["from"] <= now < window["to"] for window in code["windows"]):
                return code
            else:
                is_ahead = any(now < window["from"] for window in code["windows"])
                answer = "not-yet" if is_ahead else answer if answer == "not-yet" else "ended"
        return answer


class Clock:
    def __init__(self):
        self.correction, self.offset, self.is_known, self.held = 0.0, 0.0, False, None

    def now(self):
        if self.held:
            return self.held
        at = datetime.fromtimestamp(0, timezone.utc) + timedelta(seconds=time.time() + self.correction)
        return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"

    def hear(self, told, is_step):
        """Seconds the clock was set by, or None."""
        self.held = told["serverTime"] if told["held"] else None
        server = datetime.strptime(told["serverTime"], "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=timezone.utc)
        away = server.timestamp() - (time.time() + self.correction)
        self.offset = 0.0 if is_step or told["held"] else away
        if self.is_known and not is_step and not told["held"] and abs(away) <= 30:
            return None
        self.correction, self.is_known = self.correction + away, True
        return away


class Keypad:
    """Five wrong entries in ten minutes pause it; in a pause an entry is held before it is judged."""

    PAUSES, HOLD = (60, 300, 900), 20

    def __init__(self):
        self.wrong, self.pauses, self.until = [], 0, 0.0

    def hold(self):
        """Seconds an entry waits before it is judged."""
        return max(0, min(self.HOLD, self.until - time.monotonic()))

    def right(self):
        self.wrong, self.pauses, self.until = [], 0, 0.0

    def count_wrong(self):
        """Seconds of the pause that begins now, or 0."""
        at = time.monotonic()
        self.wrong = [each for each in self.wrong if at - each < 600] + [at]
        if len(self.wrong) < 5:
            return 0
        seconds = self.PAUSES[min(self.pauses, len(self.PAUSES) - 1)]
        self.wrong, self.pauses, self.until = [], self.pauses + 1, at + seconds
        return seconds


class Lock:
    def __init__(self, site, lock, key, path):
        self.root = f"ekey/v1/{site}/{lock}/"
        self.boot, self.seq, self.commands = secrets.token_hex(8), 0, []
        self.codes, self.clock, self.keypad = CodeSet(lock, key, path), Clock(), Keypad()
        self.waiting, self.on_its_way, self.guard = [], None, threading.RLock()
        self.client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2, client_id=lock, protocol=mqtt.MQTTv311)
        self.client.will_set(self.root + "presence", compact(self.presence("offline")), qos=1, retain=True)
        self.client.on_connect = self.connected
        self.client.on_message = self.heard
        self.client.on_publish = self.published
        self.taken = queue.SimpleQueue()
        threading.Thread(target=self.follow_events, daemon=True).start()
        self.client.reconnect_delay_set(1, 5)
        self.record("boot", fw="lock.py")

    def say(self, leaf, document, retain=False):
        return self.client.publish(self.root + leaf, compact(document), qos=1, retain=retain)

    def presence(self, state):
        return {"state": state, "boot": self.boot, "at": self.clock.now()}

    def connected(self, client, _data, _flags, reason, _properties):
        if reason.is_failure:
            return
        client.subscribe([(self.root + leaf, 1) for leaf in ("desired", "cmd", "sync/res", "time")])
        with self.guard:
            self.say("presence", self.presence("online"), retain=True)
            self.say("about", self.about(), retain=True)
            self.report()
            self.sync()
            self.on_its_way = None
            self.hand_over()

    def about(self):
        pin = {"min": 4, "max": 10, "rules": []}
        return {"slots": SLOTS, "foreignSlots": [], "pin": pin, "timing": "lock", "readback": "value", "wakeMinutes": 0}

    def report(self):
        codes, clock = self.codes, self.clock
        self.say(
            "reported",
            {
                "rev": codes.rev,
                "epoch": codes.epoch,
                "digest": codes.digest,
                "results": codes.results(),
                "refused": codes.refused,
                "freeSlots": SLOTS - len(codes.codes),
                "clock": {
                    "now": clock.now(),
                    "quality": "known" if clock.is_known else "unknown",
                    "offsetSeconds": clock.offset,
                },
                "battery": 90,
                "fw": "lock.py",
                "boot": self.boot,
            },
            retain=True,
        )

    def sync(self):
        self.say("sync", {"haveRev": self.codes.rev, "haveEpoch": self.codes.epoch, "haveDigest": self.codes.digest})

    def record(self, what, /, **facts):
        with self.guard:
            self.seq += 1
            quality = "known" if self.clock.is_known else "unknown"
            event = {"boot": self.boot, "seq": self.seq, "at": self.clock.now(), "clock": quality, "type": what, **facts}
            self.waiting.append(event)
            self.hand_over()

    def hand_over(self):
        """The oldest event alone is on its way; the next one follows when it has been taken."""
        if self.waiting and self.on_its_way is None and self.client.is_connected():
            self.on_its_way = self.say("event", self.waiting[0]).mid

    def published(self, _client, _data, mid, _reason, _properties):
        # paho calls this holding what publish() needs: waiting here for a thread that publishes would stop both for ever.
        self.taken.put(mid)

    def follow_events(self):
        while True:
            mid = self.taken.get()
            with self.guard:
                if mid == self.on_its_way:
                    self.waiting.pop(0)
                    self.on_its_way = None
                    self.hand_over()

    def heard(self, _client, _data, message):
        document = json.loads(message.payload)
        with self.guard:
            leaf = message.topic[len(self.root) :]
            if leaf == "desired":
                self.take(document)
            elif leaf == "cmd":
                self.obey(document)
            else:
                self.hear_time(document, leaf == "time")

    def take(self, desired):
        try:
            if self.codes.take(desired):
                self.record("set-applied", rev=desired["rev"], epoch=desired["epoch"])
        except Refused as why:
            self.record("set-refused", rev=desired["rev"], epoch=desired["epoch"], reason=str(why))
        self.report()

    def obey(self, command):
        is_fresh = self.clock.now() < command["expiresAt"]
        result = "repeated" if command["id"] in self.commands else "done" if is_fresh else "expired"
        self.commands = [*self.commands, command["id"]][-64:]
        self.say("cmd/res", {"id": command["id"], "result": result})
        if result == "done" and command["type"] == "resync":
            self.report()
            self.sync()

    def hear_time(self, told, is_step):
        was_known = self.clock.is_known
        seconds = self.clock.hear(told, is_step)
        if seconds is not None:
            self.record("clock-set", offsetSeconds=seconds)
        if not was_known:
            self.report()

    def enter(self, digits):
        # This keypad is a line of text, so one entry is held at a time, and the next one waits for it.
        time.sleep(self.keypad.hold())
        with self.guard:
            verdict = self.codes.judge(digits, self.clock.now() if self.clock.is_known else None)
            if isinstance(verdict, dict):
                self.keypad.right()
                self.record("unlocked", by="code", codeId=verdict["id"], kind=verdict["kind"])
                return "open"
            self.record("denied", reason=verdict)
            seconds = self.keypad.count_wrong()
            if seconds:
                self.record("paused", seconds=seconds)
            return verdict


def main(host, port, site, name, password, key, path):
    lock = Lock(site, name, bytes.fromhex(key), path)
    lock.client.username_pw_set(name, password)
    lock.client.connect_async(host, int(port), keepalive=30)
    lock.client.loop_start()

    def ask_again():
        while True:
            time.sleep(60)
            with lock.guard:
                if lock.client.is_connected():
                    lock.sync()

    threading.Thread(target=ask_again, daemon=True).start()
    for line in sys.stdin:
        print(lock.enter(line.strip()), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
