"""AES-256-GCM (NIST SP 800-38D, FIPS 197) in plain Python, to open sealed codes of a few bytes. Not for anything larger."""

import hmac


def open_sealed(key, sealed, place):
    """The bytes sealed as iv (12), ciphertext, tag (16), or None where they were made for another place or touched."""
    if len(sealed) <= 28:
        return None
    iv, text, tag = sealed[:12], sealed[12:-16], sealed[-16:]
    cipher = Aes256(key)
    first = iv + b"\x00\x00\x00\x01"
    expected = xor(ghash(cipher.encrypt(bytes(16)), place, text), cipher.encrypt(first))
    return counted(cipher, first, text) if hmac.compare_digest(expected, tag) else None


def counted(cipher, block, text):
    out = b""
    for at in range(0, len(text), 16):
        block = block[:12] + (int.from_bytes(block[12:], "big") + 1).to_bytes(4, "big")
        out += xor(text[at : at + 16], cipher.encrypt(block))
    return out


def xor(one, other):
    return bytes(a ^ b for a, b in zip(one, other))


def ghash(subkey, place, text):
    lengths = (len(place) * 8).to_bytes(8, "big") + (len(text) * 8).to_bytes(8, "big")
    factor, sum_ = int.from_bytes(subkey, "big"), 0
    for part in (padded(place), padded(text), lengths):
        for at in range(0, len(part), 16):
            sum_ = times(sum_ ^ int.from_bytes(part[at : at + 16], "big"), factor)
    return sum_.to_bytes(16, "big")


def padded(data):
    return data + bytes(-len(data) % 16)


def times(one, other):
    """In the field of GCM, whose bits are counted from the left."""
    product = 0
    for bit in range(127, -1, -1):
        if one >> bit & 1:
            product ^= other
        other = other >> 1 ^ (0xE1 << 120 if other & 1 else 0)
    return product


def doubled(byte):
    return (byte << 1 ^ (0x1B if byte & 0x80 else 0)) & 0xFF


def in_field(one, other):
    product = 0
    while other:
        if other & 1:
            product ^= one
        one, other = doubled(one), other >> 1
    return product


def substitution():
    """The S-box: the inverse in the field, and an affine map over its bits."""
    box = []
    for byte in range(256):
        inverse = next((each for each in range(256) if in_field(byte, each) == 1), 0)
        box.append(0x63 ^ inverse ^ turned(inverse, 1) ^ turned(inverse, 2) ^ turned(inverse, 3) ^ turned(inverse, 4))
    return bytes(box)


def turned(byte, bits):
    return (byte << bits | byte >> (8 - bits)) & 0xFF


SBOX = substitution()


class Aes256:
    ROUNDS = 14

    def __init__(self, key):
        words = [list(key[at : at + 4]) for at in range(0, 32, 4)]
        factor = 1
        for at in range(8, 4 * (self.ROUNDS + 1)):
            word = list(words[-1])
            if at % 8 == 0:
                word = [SBOX[each] for each in word[1:] + word[:1]]
                word[0] ^= factor
                factor = doubled(factor)
            elif at % 8 == 4:
                word = [SBOX[each] for each in word]
            words.append([a ^ b for a, b in zip(words[at - 8], word)])
        self.keys = [sum(words[at : at + 4], []) for at in range(0, len(words), 4)]

    def encrypt(self, block):
        state = [a ^ b for a, b in zip(block, self.keys[0])]
        for nr in range(1, self.ROUNDS + 1):
            # Row r of column c comes from column c + r.
            state = [SBOX[state[(at + 4 * (at % 4)) % 16]] for at in range(16)]
            if nr < self.ROUNDS:
                state = [mixed for column in range(4) for mixed in self.mix(state[4 * column : 4 * column + 4])]
            state = [a ^ b for a, b in zip(state, self.keys[nr])]
        return bytes(state)

    @staticmethod
    def mix(column):
        whole = column[0] ^ column[1] ^ column[2] ^ column[3]
        return [each ^ whole ^ doubled(each ^ column[(row + 1) % 4]) for row, each in enumerate(column)]
