"""BLS signatures over BLS12-381 as drand's scheme bls-unchained-g1-rfc9380 makes them: checking only, standard library only.

Signatures are points of G1, public keys points of G2, messages go to G1 by RFC 9380. Written to be read beside the standards, not
for speed (about a second a signature), and not for secrets: nothing here runs in constant time, and nothing needs to.
"""

from functools import lru_cache
from hashlib import sha256

P = 0x1A0111EA397FE69A4B1BA7B6434BACD764774B84F38512BF6730D2A0F6B0F6241EABFFFEB153FFFFB9FEFFFFFFFFAAAB
ORDER = 0x73EDA753299D7D483339D80809A1D80553BDA402FFFE5BFEFFFFFFFF00000001
LOOP = 0xD201000000010000  # the absolute value of the curve's parameter
DOMAIN = b"BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_"
HALF = (P - 1) // 2


@lru_cache(maxsize=64)
def is_signed(round_number: int, signature: str, public_key: str) -> bool:
    """Whether `signature` (hex) is the signature of a drand round under `public_key` (hex)."""
    try:
        point, key = read_g1(bytes.fromhex(signature)), read_g2(bytes.fromhex(public_key))
    except ValueError:
        return False
    message = hash_to_g1(sha256(round_number.to_bytes(8, "big")).digest())
    # e(signature, g2) = e(message, key), as one product that must be 1.
    product = mul12(miller(point, G2), miller(negate(message), key))
    return pow12(product, (P**12 - 1) // ORDER) == ONE12


# Fp2 = Fp[u] / (u^2 + 1), as pairs. Points of G1 are written in it too, so that one addition law serves both groups.


def add2(a, b):
    return (a[0] + b[0]) % P, (a[1] + b[1]) % P


def sub2(a, b):
    return (a[0] - b[0]) % P, (a[1] - b[1]) % P


def mul2(a, b):
    return (a[0] * b[0] - a[1] * b[1]) % P, (a[0] * b[1] + a[1] * b[0]) % P


def inverse2(a):
    norm = pow(a[0] * a[0] + a[1] * a[1], -1, P)
    return a[0] * norm % P, -a[1] * norm % P


def scale2(a, factor):
    return a[0] * factor % P, a[1] * factor % P


# Fp12 = Fp2[w] / (w^6 - (1 + u)), as six pairs.

ONE12 = ((1, 0),) + ((0, 0),) * 5


def mul12(a, b):
    sums = [[0, 0] for _ in range(11)]
    for i, (a0, a1) in enumerate(a):
        if a0 or a1:
            for j, (b0, b1) in enumerate(b):
                sums[i + j][0] += a0 * b0 - a1 * b1
                sums[i + j][1] += a0 * b1 + a1 * b0
    for i in range(5):  # w^6 = 1 + u
        high0, high1 = sums[i + 6]
        sums[i][0] += high0 - high1
        sums[i][1] += high0 + high1
    return tuple((c0 % P, c1 % P) for c0, c1 in sums[:6])


def pow12(base, exponent):
    result = ONE12
    for bit in bin(exponent)[2:]:
        result = mul12(result, result)
        if bit == "1":
            result = mul12(result, base)
    return result


# Curves: y^2 = x^3 + 4 over Fp (G1), y^2 = x^3 + 4(1 + u) over Fp2 (G2, the twist). None is the point at infinity.


def slope(one, other):
    (x1, y1), (x2, y2) = one, other
    if one == other:
        return mul2(scale2(mul2(x1, x1), 3), inverse2(scale2(y1, 2)))
    return mul2(sub2(y2, y1), inverse2(sub2(x2, x1)))


def add(one, other):
    if one is None or other is None:
        return one or other
    (x1, y1), (x2, y2) = one, other
    if x1 == x2 and (y1 != y2 or y1 == (0, 0)):
        return None
    rise = slope(one, other)
    x3 = sub2(sub2(mul2(rise, rise), x1), x2)
    return x3, sub2(mul2(rise, sub2(x1, x3)), y1)


def times(point, factor):
    result = None
    for bit in bin(factor)[2:]:
        result = add(result, result)
        if bit == "1":
            result = add(result, point)
    return result


def negate(point):
    return point[0], sub2((0, 0), point[1])


def root(a):
    """The square root in Fp, or None."""
    candidate = pow(a, (P + 1) // 4, P)
    return candidate if candidate * candidate % P == a % P else None


def root2(a):
    """A square root in Fp2, or None: by the norm, since u^2 = -1."""
    norm = root(a[0] * a[0] + a[1] * a[1])
    if norm is None:
        return None
    for half in ((a[0] + norm) * pow(2, -1, P) % P, (a[0] - norm) * pow(2, -1, P) % P):
        real = root(half)
        if real:
            candidate = real, a[1] * pow(2 * real, -1, P) % P
        else:
            candidate = 0, root(-a[0]) or 0
        if real is not None and mul2(candidate, candidate) == (a[0] % P, a[1] % P):
            return candidate
    return None


def read_flags(data: bytes, size: int):
    """The compressed form of points that drand uses: three flag bits, then x."""
    if len(data) != size or not data[0] & 0x80 or data[0] & 0x40:
        raise ValueError("not a compressed point, or the point at infinity")
    return bool(data[0] & 0x20), bytes([data[0] & 0x1F]) + data[1:]


def read_g1(data: bytes):
    larger, body = read_flags(data, 48)
    x = int.from_bytes(body, "big")
    y = root(x * x * x + 4)
    if x >= P or y is None:
        raise ValueError("not a point of the curve")
    return in_group(((x, 0), (y if (y > HALF) == larger else P - y, 0)))


def read_g2(data: bytes):
    larger, body = read_flags(data, 96)
    x = int.from_bytes(body[48:], "big"), int.from_bytes(body[:48], "big")
    y = root2(add2(mul2(x, mul2(x, x)), (4, 4)))
    if max(x) >= P or y is None:
        raise ValueError("not a point of the curve")
    is_larger = y[1] > HALF if y[1] else y[0] > HALF
    return in_group((x, y if is_larger == larger else sub2((0, 0), y)))


def in_group(point):
    # A point outside the group of prime order could pass a pairing check that it should not.
    if times(point, ORDER) is not None:
        raise ValueError("not a point of the group")
    return point


# The pairing, up to the final power. The sign of the parameter is left out: it turns both factors of the product round.


def miller(g1, g2):
    result, point = ONE12, g2
    for bit in bin(LOOP)[3:]:
        result = mul12(line(point, point, g1), mul12(result, result))
        point = add(point, point)
        if bit == "1":
            result = mul12(line(point, g2, g1), result)
            point = add(point, g2)
    return result


def line(one, other, g1):
    """The line through two points of the twist, mapped to the curve by (x / w^2, y / w^3), at a point of G1; times w^3."""
    rise = slope(one, other)
    (x, _), (y, _) = g1
    constant = sub2(mul2(rise, one[0]), one[1])
    zero = (0, 0)
    return constant, zero, scale2(rise, -x), (y, 0), zero, zero


# RFC 9380: hash_to_curve of the suite BLS12381G1_XMD:SHA-256_SSWU_RO_.


def hash_to_g1(message: bytes):
    data = expand(message, 128)
    first, second = (int.from_bytes(part, "big") % P for part in (data[:64], data[64:]))
    return times(add(map_to_curve(first), map_to_curve(second)), LOOP + 1)


def expand(message: bytes, size: int) -> bytes:
    """Section 5.3.1, expand_message_xmd."""
    domain = DOMAIN + bytes([len(DOMAIN)])
    seed = sha256(bytes(64) + message + size.to_bytes(2, "big") + b"\0" + domain).digest()
    block = sha256(seed + b"\1" + domain).digest()
    blocks = [block]
    for index in range(2, size // 32 + 1):
        mixed = bytes(a ^ b for a, b in zip(seed, block))
        block = sha256(mixed + bytes([index]) + domain).digest()
        blocks.append(block)
    return b"".join(blocks)


def map_to_curve(u: int):
    """Section 6.6.2, simplified SWU on a curve with an 11-isogeny to ours, and that isogeny (appendix E.2)."""
    zu2 = 11 * u * u % P
    denominator = (zu2 * zu2 + zu2) % P
    x = (-SSWU_B * pow(SSWU_A, -1, P) * (1 + pow(denominator, -1, P))) if denominator else SSWU_B * pow(11 * SSWU_A, -1, P)
    y = root(x * x * x + SSWU_A * x + SSWU_B)
    if y is None:
        x = zu2 * x
        y = root(x * x * x + SSWU_A * x + SSWU_B)
    if y % 2 != u % 2:
        y = P - y
    x_den, y_den = evaluate(X_DEN, x), evaluate(Y_DEN, x)
    if x_den == 0 or y_den == 0:
        return None
    mapped_y = y * evaluate(Y_NUM, x) * pow(y_den, -1, P) % P
    return (evaluate(X_NUM, x) * pow(x_den, -1, P) % P, 0), (mapped_y, 0)


def evaluate(coefficients, x: int) -> int:
    result = 0
    for coefficient in reversed(coefficients):
        result = (result * x + coefficient) % P
    return result


def numbers(text: str):
    return [int(line, 16) for line in text.split()]


SSWU_A = 0x144698a3b8e9433d693a02c96d4982b0ea985383ee66a8d8e8981aefd881ac98936f8da0e0f97f5cf428082d584c1d
SSWU_B = 0x12e2908d11688030018b12e8753eee3b2016c1f0f24f4070a0b9c14fcef35ef55a23215a316ceaa5d1cc48e98e172be0
# Appendix E.2, the constant term first.
X_NUM = numbers(
    """
    11a05f2b1e833340b809101dd99815856b303e88a2d7005ff2627b56cdb4e2c85610c2d5f2e62d6eaeac1662734649b7
    17294ed3e943ab2f0588bab22147a81c7c17e75b2f6a8417f565e33c70d1e86b4838f2a6f318c356e834eef1b3cb83bb
    0d54005db97678ec1d1048c5d10a9a1bce032473295983e56878e501ec68e25c958c3e3d2a09729fe0179f9dac9edcb0
    1778e7166fcc6db74e0609d307e55412d7f5e4656a8dbf25f1b33289f1b330835336e25ce3107193c5b388641d9b6861
    0e99726a3199f4436642b4b3e4118e5499db995a1257fb3f086eeb65982fac18985a286f301e77c451154ce9ac8895d9
    1630c3250d7313ff01d1201bf7a74ab5db3cb17dd952799b9ed3ab9097e68f90a0870d2dcae73d19cd13c1c66f652983
    0d6ed6553fe44d296a3726c38ae652bfb11586264f0f8ce19008e218f9c86b2a8da25128c1052ecaddd7f225a139ed84
    17b81e7701abdbe2e8743884d1117e53356de5ab275b4db1a682c62ef0f2753339b7c8f8c8f475af9ccb5618e3f0c88e
    080d3cf1f9a78fc47b90b33563be990dc43b756ce79f5574a2c596c928c5d1de4fa295f296b74e956d71986a8497e317
    169b1f8e1bcfa7c42e0c37515d138f22dd2ecb803a0c5c99676314baf4bb1b7fa3190b2edc0327797f241067be390c9e
    10321da079ce07e272d8ec09d2565b0dfa7dccdde6787f96d50af36003b14866f69b771f8c285decca67df3f1605fb7b
    06e08c248e260e70bd1e962381edee3d31d79d7e22c837bc23c0bf1bc24c6b68c24b1b80b64d391fa9c8ba2e8ba2d229
    """
)
X_DEN = numbers(
    """
    08ca8d548cff19ae18b2e62f4bd3fa6f01d5ef4ba35b48ba9c9588617fc8ac62b558d681be343df8993cf9fa40d21b1c
    12561a5deb559c4348b4711298e536367041e8ca0cf0800c0126c2588c48bf5713daa8846cb026e9e5c8276ec82b3bff
    0b2962fe57a3225e8137e629bff2991f6f89416f5a718cd1fca64e00b11aceacd6a3d0967c94fedcfcc239ba5cb83e19
    03425581a58ae2fec83aafef7c40eb545b08243f16b1655154cca8abc28d6fd04976d5243eecf5c4130de8938dc62cd8
    13a8e162022914a80a6f1d5f43e7a07dffdfc759a12062bb8d6b44e833b306da9bd29ba81f35781d539d395b3532a21e
    0e7355f8e4e667b955390f7f0506c6e9395735e9ce9cad4d0a43bcef24b8982f7400d24bc4228f11c02df9a29f6304a5
    0772caacf16936190f3e0c63e0596721570f5799af53a1894e2e073062aede9cea73b3538f0de06cec2574496ee84a3a
    14a7ac2a9d64a8b230b3f5b074cf01996e7f63c21bca68a81996e1cdf9822c580fa5b9489d11e2d311f7d99bbdcc5a5e
    0a10ecf6ada54f825e920b3dafc7a3cce07f8d1d7161366b74100da67f39883503826692abba43704776ec3a79a1d641
    095fc13ab9e92ad4476d6e3eb3a56680f682b4ee96f7d03776df533978f31c1593174e4b4b7865002d6384d168ecdd0a
    000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001
    """
)
Y_NUM = numbers(
    """
    090d97c81ba24ee0259d1f094980dcfa11ad138e48a869522b52af6c956543d3cd0c7aee9b3ba3c2be9845719707bb33
    134996a104ee5811d51036d776fb46831223e96c254f383d0f906343eb67ad34d6c56711962fa8bfe097e75a2e41c696
    00cc786baa966e66f4a384c86a3b49942552e2d658a31ce2c344be4b91400da7d26d521628b00523b8dfe240c72de1f6
    01f86376e8981c217898751ad8746757d42aa7b90eeb791c09e4a3ec03251cf9de405aba9ec61deca6355c77b0e5f4cb
    08cc03fdefe0ff135caf4fe2a21529c4195536fbe3ce50b879833fd221351adc2ee7f8dc099040a841b6daecf2e8fedb
    16603fca40634b6a2211e11db8f0a6a074a7d0d4afadb7bd76505c3d3ad5544e203f6326c95a807299b23ab13633a5f0
    04ab0b9bcfac1bbcb2c977d027796b3ce75bb8ca2be184cb5231413c4d634f3747a87ac2460f415ec961f8855fe9d6f2
    0987c8d5333ab86fde9926bd2ca6c674170a05bfe3bdd81ffd038da6c26c842642f64550fedfe935a15e4ca31870fb29
    09fc4018bd96684be88c9e221e4da1bb8f3abd16679dc26c1e8b6e6a1f20cabe69d65201c78607a360370e577bdba587
    0e1bba7a1186bdb5223abde7ada14a23c42a0ca7915af6fe06985e7ed1e4d43b9b3f7055dd4eba6f2bafaaebca731c30
    19713e47937cd1be0dfd0b8f1d43fb93cd2fcbcb6caf493fd1183e416389e61031bf3a5cce3fbafce813711ad011c132
    18b46a908f36f6deb918c143fed2edcc523559b8aaf0c2462e6bfe7f911f643249d9cdf41b44d606ce07c8a4d0074d8e
    0b182cac101b9399d155096004f53f447aa7b12a3426b08ec02710e807b4633f06c851c1919211f20d4c04f00b971ef8
    0245a394ad1eca9b72fc00ae7be315dc757b3b080d4c158013e6632d3c40659cc6cf90ad1c232a6442d9d3f5db980133
    05c129645e44cf1102a159f748c4a3fc5e673d81d7e86568d9ab0f5d396a7ce46ba1049b6579afb7866b1e715475224b
    15e6be4e990f03ce4ea50b3b42df2eb5cb181d8f84965a3957add4fa95af01b2b665027efec01c7704b456be69c8b604
    """
)
Y_DEN = numbers(
    """
    16112c4c3a9c98b252181140fad0eae9601a6de578980be6eec3232b5be72e7a07f3688ef60c206d01479253b03663c1
    1962d75c2381201e1a0cbd6c43c348b885c84ff731c4d59ca4a10356f453e01f78a4260763529e3532f6102c2e49a03d
    058df3306640da276faaae7d6e8eb15778c4855551ae7f310c35a5dd279cd2eca6757cd636f96f891e2538b53dbf67f2
    16b7d288798e5395f20d23bf89edb4d1d115c5dbddbcd30e123da489e726af41727364f2c28297ada8d26d98445f5416
    0be0e079545f43e4b00cc912f8228ddcc6d19c9f0f69bbb0542eda0fc9dec916a20b15dc0fd2ededda39142311a5001d
    08d9e5297186db2d9fb266eaac783182b70152c65550d881c5ecd87b6f0f5a6449f38db9dfa9cce202c6477faaf9b7ac
    166007c08a99db2fc3ba8734ace9824b5eecfdfa8d0cf8ef5dd365bc400a0051d5fa9c01a58b1fb93d1a1399126a775c
    16a3ef08be3ea7ea03bcddfabba6ff6ee5a4375efa1f4fd7feb34fd206357132b920f5b00801dee460ee415a15812ed9
    1866c8ed336c61231a1be54fd1d74cc4f9fb0ce4c6af5920abc5750c4bf39b4852cfe2f7bb9248836b233d9d55535d4a
    167a55cda70a6e1cea820597d94a84903216f763e13d87bb5308592e7ea7d4fbc7385ea3d529b35e346ef48bb8913f55
    04d2f259eea405bd48f010a01ad2911d9c6dd039bb61a6290e591b36e636a5c871a5c29f4f83060400f8b49cba8f6aa8
    0accbb67481d033ff5852c1e48c50c477f94ff8aefce42d28c0f9a88cea7913516f968986f7ebbea9684b529e2561092
    0ad6b9514c767fe3c3613144b45f1496543346d98adf02267d5ceef9a00d9b8693000763e3b90ac11e99b138573345cc
    02660400eb2e4f3b628bdd0d53cd76f2bf565b94e72927c1cb748df27942480e420517bd8714cc80d1fadc1326ed06f7
    0e0fa1d816ddc03e6b24255e0d7819c171c40f65e273b853324efcd6356caa205ca2f570f13497804415473a1d634b8f
    000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001
    """
)

G2 = read_g2(
    bytes.fromhex(
        "93e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e"
        "024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8"
    )
)
