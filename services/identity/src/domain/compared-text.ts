// How words are compared; what is kept of them is the contract's stored-text.ts. The migrations say the same in SQL, and
// tests/compared-text.test.ts holds the two together.

// Default-ignorable code points, variation selectors among them: which keyboard adds them is chance.
const IGNORED =
  // oxlint-disable-next-line no-misleading-character-class -- the selectors are meant one by one
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu
const SPACES = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/gu

/** S9, SQL `visible_name`: two names that look alike; width, capitals, spaces and selectors are how a name is written, not what it is. */
export function visibleName(name: string): string {
  return name.replace(IGNORED, '').normalize('NFKC').replace(IGNORED, '').replace(SPACES, '').toLowerCase()
}

/**
 * T5, G1, G3, SQL `plain_name`: two ways to write one name: without accents, hyphens and dots, and with the usual shape of a
 * character. Coarser than the eye, so it may find and warn, and never decides.
 */
export function plainName(name: string): string {
  const bare = visibleName(name).normalize('NFD').replace(MARKS, '').normalize('NFC')
  return Array.from(bare, letter => PLAIN.get(letter) ?? letter).join('')
}

// Accents of Latin, Greek and Cyrillic letters, not those of kana; and the signs between the parts of a name.
const MARKS = /[\u0300-\u036f\-.,=\u0027\u00b7\u02bc\u2010-\u2015\u2019\u2212\u30a0\u30fb]/gu

/** Each line: a shape, and all that stand for it; the migration has the same table. */
const SHAPES =
  '高髙 崎﨑嵜碕 吉𠮷 辺邊邉 斉齋齊斎 島嶋嶌 浜濱濵 沢澤 滝瀧 広廣 国國 学學 桜櫻 真眞 恵惠 栄榮 竜龍 円圓 実實 寿壽 条條 来來 会會 万萬 与與 ' +
  '為爲 桧檜 槙槇 曽曾 徳德 黒黑 黄黃 青靑 清淸 富冨 峰峯 館舘 鴎鷗 荘莊 蔵藏 豊豐 礼禮 弥彌 縄繩 増增 薮藪籔 静靜 瀬瀨 頼賴 巣巢 淵渕渊 穂穗 稲稻 ' +
  '亜亞 応應 関關 観觀 勲勳 薫薰 暁曉 剣劍劔 児兒 収收 将將 晋晉 慎愼 総總 巻卷 秘祕 仏佛 宝寶 歩步 萌萠 毎每 薬藥 揺搖 遥遙 瑶瑤 楽樂 涼凉 凛凜 緑綠 ' +
  '暦曆 亘亙 柳栁 栃杤 桑桒 熙熈煕 彦彥 岳嶽 鉄鐵銕 橋𣘺 土𡈽 船舩 鶴靏鸖 麺麵 霊靈 双雙 塩鹽 ' +
  'd\u0111\u00f0 o\u00f8 l\u0142 i\u0131 h\u0127 t\u0167'
const PLAIN: ReadonlyMap<string, string> = new Map([
  ...SHAPES.split(' ').flatMap(line => {
    const [shape = '', ...others] = Array.from(line)
    return others.map(other => [other, shape] as const)
  }),
  ['\u00df', 'ss'],
  ['\u00e6', 'ae'],
  ['\u0153', 'oe'],
  ['\u00fe', 'th'],
])

/** M9, SQL `plain_mail`: the mailbox an address names; capitals and quotes are how it is written. */
export function mailbox(address: string): string {
  return address
    .replace(/^"(.*)"@/, '$1@')
    .replace(/\\(.)/g, '$1')
    .toLowerCase()
}

/** ひらがな as the カタカナ names are registered with. */
export function katakana(text: string): string {
  return text.replace(/[ぁ-ゖゝゞ]/gu, letter => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x60))
}
