// What real people and offices write, by kind; escapes where the code point matters and an editor might compose it away.

type Written = readonly [typed: string, kept: string]

const HOSTS = ['docomo.ne.jp', 'ezweb.ne.jp', 'softbank.ne.jp', 'i.softbank.jp', 't.vodafone.ne.jp'] as const
// Forms that carriers gave out until 2009, and atext that a taste for "normal" addresses refuses (RFC 5322 3.2.3).
const LOCAL_PARTS = [
  'abc..def',
  'abc.def.',
  '.abc',
  'a..b..',
  '-abc-',
  '_abc_',
  'abc/def',
  'abc?def',
  'user&user',
  'o=k#1',
  'a~b',
  "o'brien",
  'taro+hall',
  '{taro}|hana',
  '!#$%&*^`',
  '0',
] as const

export const MAIL_ADDRESSES: readonly Written[] = [
  ...HOSTS.flatMap(host => LOCAL_PARTS.map(local => same(`${local}@${host}`))),
  same('"abc..def"@docomo.ne.jp'),
  same('"hana yamada"@example.jp'),
  same('"a@b"@example.jp'),
  same('"say \\"hi\\""@example.jp'),
  same(`${'a'.repeat(64)}@example.jp`),
  same('hana@a.b.c.example.co.jp'),
  same('hana@1-2.example.jp'),
  ['Hana.Yamada@example.jp', 'hana.yamada@example.jp'],
  ['hana@Example.JP', 'hana@example.jp'],
  ['taro@\u65e5\u672c\u8a9e.jp', 'taro@xn--wgv71a119e.jp'],
  ['taro@xn--wgv71a119e.jp', 'taro@xn--wgv71a119e.jp'],
  ['taro@\u4f8b\u3048.\u30c6\u30b9\u30c8', 'taro@xn--r8jz45g.xn--zckzah'],
]

export const NO_MAIL_ADDRESSES = [
  'hana',
  'hana@',
  '@example.jp',
  'hana@example',
  'hana@example.jp.',
  'hana@-example.jp',
  'hana@example..jp',
  'hana@192.0.2.1',
  'hana@[192.0.2.1]',
  'hana@example.jp:25',
  'hana@example.jp/x',
  'hana@ex%41mple.jp',
  'hana yamada@example.jp',
  'hana@example.jp,taro@example.jp',
  'hana@example.jp;taro@example.jp',
  'hana@taro@example.jp',
  'Hana <hana@example.jp>',
  '<hana@example.jp>',
  '"a<b>"@example.jp',
  '"a"b"@example.jp',
  '""@example.jp',
  'hana(office)@example.jp',
  'hana\\taro@example.jp',
  'hana@example.jp\r\nBcc: taro@example.jp',
  'hana\r\n@example.jp',
  '"hana\r\n"@example.jp',
  'hana\u0000@example.jp',
  'hana@example.jp\n',
  'h\u00e4nna@example.jp',
  `${'a'.repeat(65)}@example.jp`,
  `hana@${'a'.repeat(64)}.jp`,
  `hana@${'abcdefg.'.repeat(32)}jp`,
] as const

const SIGNS = [
  '-',
  '\u2010',
  '\u2011',
  '\u2012',
  '\u2013',
  '\u2014',
  '\u2015',
  '\u2212',
  '\u30fc',
  '\uff0d',
  '\uff70',
  '\u02d7',
  '\ufe63',
  '\u2043',
  '\u23af',
  '\u2500',
  '\u2501',
  '\u30fb',
  '\uff65',
  '.',
  '\uff0e',
  '/',
  ' ',
  '\u3000',
  '\u00a0',
  '\u4e00',
] as const

export const PHONES: readonly Written[] = [
  ...SIGNS.map(sign => ['090', '1234', '5678'].join(sign)).map(typed => [typed, '090-1234-5678'] as const),
  ['09012345678', '09012345678'],
  ['+819012345678', '09012345678'],
  ['819012345678', '09012345678'],
  ['00819012345678', '09012345678'],
  ['+81 90-1234-5678', '090-1234-5678'],
  ['\uff0b\uff18\uff11 90 1234 5678', '090-1234-5678'],
  ['+81(0)90-1234-5678', '090-1234-5678'],
  ['+81 (0) 90 1234 5678', '090-1234-5678'],
  ['+81-090-1234-5678', '090-1234-5678'],
  ['(+81) 90-1234-5678', '090-1234-5678'],
  ['0081-90-1234-5678', '090-1234-5678'],
  ['tel:+81-90-1234-5678', '090-1234-5678'],
  // As a phone's own address book copies it.
  ['\u202a+81 90-1234-5678\u202c', '090-1234-5678'],
  ['\u2068090-1234-5678\u2069', '090-1234-5678'],
  ['090(1234)5678', '090-1234-5678'],
  ['\uff10\uff19\uff10\uff08\uff11\uff12\uff13\uff14\uff09\uff15\uff16\uff17\uff18', '090-1234-5678'],
  ['0422(45)1151', '0422-45-1151'],
  ['0422\uff0845\uff091151', '0422-45-1151'],
  ['(0422)45-1151', '0422-45-1151'],
  ['\uff080422\uff0945\u30fc1151', '0422-45-1151'],
  ['\u30140422\u301545-1151', '0422-45-1151'],
  ['0422-45-1151\uff08\u4ee3\uff09', '0422-45-1151'],
  ['0422-45-1151(\u4ee3\u8868)', '0422-45-1151'],
  ['TEL 0422-45-1151', '0422-45-1151'],
  ['Tel: 0422-45-1151', '0422-45-1151'],
  ['\u2121 0422-45-1151', '0422-45-1151'],
  ['\u260e 0422-45-1151', '0422-45-1151'],
  ['\u96fb\u8a71\uff1a0422-45-1151', '0422-45-1151'],
  ['\u96fb\u8a71\u756a\u53f7 0422-45-1151', '0422-45-1151'],
  ['+81-422-45-1151', '0422-45-1151'],
  ['03-6234-5678', '03-6234-5678'],
  ['0120-123-456', '0120-123-456'],
  ['0800-123-4567', '0800-123-4567'],
  ['0570-012345', '0570-012345'],
  ['050-1234-5678', '050-1234-5678'],
  ['01267-2-3456', '01267-2-3456'],
]

export const NO_PHONES = [
  '',
  '12345',
  '90-1234-5678',
  '+1 650 253 0000',
  '+44 20 7946 0000',
  '090-1234-567x',
  '0422-45-1151 \u5185\u7dda 12',
  '045-123-4567 / 045-123-4568',
  'hana@example.jp',
  '\u306a\u3057',
] as const

export const POST_CODES: readonly Written[] = [
  ...['-', '\u2500', '\u2501', '\u30fc', '\uff0d', '\u2212', '\u2010', '\u30fb', ' ', ''].map(
    sign => [`181${sign}0001`, '181-0001'] as const,
  ),
  ['\u3012181-0001', '181-0001'],
  ['\u3012 \uff11\uff18\uff11\u30fc\uff10\uff10\uff10\uff11', '181-0001'],
  ['\u3036181\u20110001', '181-0001'],
]
export const NO_POST_CODES = ['', '181-000', '181-00011', '181-000a', '\u4e09\u9df9\u5e02'] as const

/** Each is kept as it stands. */
export const NAMES: readonly string[] = [
  // Compatibility ideographs of JIS X 0213 and the list of characters for names, which NFC would turn into others.
  ...Array.from(
    '\ufa19\ufa1b\ufa45\ufa46\ufa26\ufa30\ufa31\ufa32\ufa33\ufa34\ufa35\ufa36\ufa37\ufa38\ufa39\ufa3a\ufa3b\ufa3c\ufa3d\ufa3e\ufa3f' +
      '\ufa40\ufa41\ufa42\ufa43\ufa44\ufa47\ufa48\ufa49\ufa4a\ufa4b\ufa4c\ufa4d\ufa4e\ufa4f\ufa50\ufa51\ufa52\ufa53\ufa54\ufa55' +
      '\ufa56\ufa57\ufa58\ufa59\ufa5a\ufa5b\ufa5c\ufa5d\ufa5f\ufa60\ufa61\ufa62\ufa63\ufa64\ufa65\ufa66\ufa67\ufa68\ufa69\ufa6a\uf91d\uf928\uf929\uf936\uf970\uf9d0\uf9dc',
    letter => `${letter}\u7530 \u82b1\u5b50`,
  ),
  // Shapes of their own: JIS X 0213 levels 3 and 4, NEC and IBM extensions, beyond the basic plane.
  ...Array.from(
    '\u9ad9\ufa11\u{20bb7}\u{20b9f}\u{2363a}\u{25249}\u{2a0e9}\u{29e3d}\u{233fe}\u5f45\u6801\u4fca\u7199\u701e\u7460\u5305\u8328\u69d8\u9089\u908a\u9f4b\u9f4a\u6589\u5d8b\u5cf6\u6ff1\u6ff5\u8cce\u6dbc\u51c9',
    letter => `${letter}\u672c \u592a\u90ce`,
  ),
  // With variation selectors: a keyboard's chance.
  '\u8fbb\u{e0101} \u845b\u{e0100}\u5b50',
  '\u8fba\u{e0104} \u7950\u{e0103}\u53f8',
  '\u795e\ufe00 \u798f\ufe00',
  // Kana, marks and signs of names.
  '\u30df\u30b9\u30fe \u3055\u3059\u309e',
  '\u4f50\u3005\u6728 \u3005',
  '\u30f6\u30f6 \u30f5',
  '\u30fb \u30ca\u30ab\u30b0\u30ed',
  // Of other scripts: one word, apostrophes, marks, eighty letters.
  'Suharto',
  'Nguy\u1ec5n Th\u1ecb \u00c1nh',
  'O\u2019Brien',
  "D'Angelo",
  'Jean-Pierre',
  '\u00c5ngstr\u00f6m \u212b',
  '\u0130brahim \u0131\u015f\u0131k',
  '\u0141ukasz \u017b\u00f3\u0142\u0107',
  '\u00de\u00f3r\u00f0ur',
  'Stra\u00dfer',
  '\u738b\u5c0f\u660e',
  '\u6b27\u9633\u5a1c\u5a1c',
  '\uae40\ucca0\uc218',
  '\u0e2a\u0e21\u0e0a\u0e32\u0e22 \u0e43\u0e08\u0e14\u0e35',
  '\u0939\u0930\u093f \u092a\u094d\u0930\u0938\u093e\u0926',
  '\u041d\u0438\u043a\u043e\u043b\u0430\u0439',
  '\u0393\u03b9\u03ce\u03c1\u03b3\u03bf\u03c2',
  '\u0645\u062d\u0645\u062f',
  'Maria da Concei\u00e7\u00e3o Aparecida dos Santos Oliveira Rodrigues Albuquerque de Souza Filha',
]

export const READINGS: readonly Written[] = [
  same('\u30df\u30bf\u30ab \u30cf\u30ca\u30b3'),
  same('\u30b8\u30e3\u30f3\uff1d\u30d4\u30a8\u30fc\u30eb'),
  same('\u30b8\u30e3\u30f3\u30a0\u30d4\u30a8\u30fc\u30eb'),
  same('\u30b8\u30e3\u30f3-\u30d4\u30a8\u30fc\u30eb'),
  same('\u30b8\u30e3\u30f3\u30fb\u30d4\u30a8\u30fc\u30eb'),
  same('\u30df\u30b9\u30fe'),
  same('\u30df\u30b9\u30fd'),
  same('\u30f7\u30f8\u30f9\u30fa'),
  same('\u30f4\u30a1\u30f3 \u30b4\u30c3\u30db'),
  same('\u30f5\u30f6'),
  same('\u30a4\u30f2'),
  same('\u31f7\u309a \u30a2\u30a4\u30cc'),
  same('O\u2019Brien'),
  same("O'Brien"),
  same('Ng\u00f4 V\u0103n'),
  same('Suharto'),
  same('\u30ab'.repeat(120)),
  ['\u307f\u306a\u307f\u3000\u306f\u308b\u304b', '\u30df\u30ca\u30df \u30cf\u30eb\u30ab'],
  ['\u307f\u3059\u309e', '\u30df\u30b9\u30fe'],
  ['\uff90\uff85\uff90 \uff8a\uff99\uff76', '\u30df\u30ca\u30df \u30cf\u30eb\u30ab'],
  ['\uff7b\uff84\uff70', '\u30b5\u30c8\u30fc'],
  ['\uff8a\uff9e\uff8a\uff9f', '\u30d0\u30d1'],
  ['\u30cf\u3099\u30cf\u309a', '\u30d0\u30d1'],
  ['\u3089\u30fc\u3081\u3093', '\u30e9\u30fc\u30e1\u30f3'],
  // A hyphen stays one: the long vowel mark is another letter.
  ['\u30ed\u30fc\u2010\u30ba', '\u30ed\u30fc-\u30ba'],
  ['\u30b8\u30e3\u30f3\uff0d\u30d4\u30a8\u30fc\u30eb', '\u30b8\u30e3\u30f3-\u30d4\u30a8\u30fc\u30eb'],
  ['\uff33\uff41\uff54\uff4f', 'Sato'],
]
export const NO_READINGS = ['', ' ', '---', '\u30fb', '\u5c71\u7530', '\u738b\u5c0f\u660e', '123'] as const

/** Letters that take no room on paper; alone they are no name. */
export const INVISIBLE = [
  '\u00ad',
  '\u034f',
  '\u115f',
  '\u1160',
  '\u17b4',
  '\u180b',
  '\u180e',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\u2064',
  '\u2800',
  '\u3164',
  '\ufe0e',
  '\ufe0f',
  '\uffa0',
  '\u{e0100}',
  '\u{1d173}',
  '\u0301',
  '\u3000\u200b',
  '\u200b\u2060\u00ad',
] as const

function same(text: string): Written {
  return [text, text]
}
