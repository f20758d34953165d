import { dictionary } from '@zxcvbn-ts/language-common'

// Words people really choose, lower-case; with up to six digits or signs after them they stay common. Ours first, then the world's.
const WORDS = `
asaichi mitaka mitakashi sapporo sapporoshi hokkaido tokyo osaka kyoto nagoya yokohama fukuoka kichijoji inokashira shiroishi higashiku
kominkan koukaido kaigishitsu shisetsu yoyaku shiminhall kumincenter shimin riyousha toroku touroku konnichiwa ohayou arigato arigatou
sakura himawari nippon nihon japan japanese doraemon pikachu pokemon hellokitty totoro naruto onepiece tigers giants fighters consadole
nintendo playstation takahashi tanaka suzuki yamada yamamoto watanabe kobayashi nakamura kato yoshida sasaki saito hanako tarou taro
さくら ひまわり みたか さっぽろ にっぽん パスワード ぱすわーど 三鷹 三鷹市 札幌 札幌市 日本 東京 北海道 公会堂 予約
password passw0rd p@ssword p@ssw0rd pass passcode passwd passphrase secret letmein welcome login logon admin administrator root user guest
test testtest tester testing demo sample default changeme change temp temporary master access system server computer internet google
qwerty qwertyuiop qwertyui qwert asdfgh asdfghjkl asdf asdfasdf zxcvbn zxcvbnm qazwsx qazwsxedc 1qaz2wsx 1qaz2wsx3edc q1w2e3r4 q1w2e3r4t5
zaq12wsx 1q2w3e4r 1q2w3e4r5t qweasdzxc qweasd azerty aaaa1111 abcd1234 abc123 abcabc abc12345 a1b2c3d4 abcdef abcdefg abcdefgh
iloveyou ilovejapan loveyou lovelove love forever sunshine princess dragon monkey shadow football baseball soccer basketball tennis
superman batman spiderman starwars trustno1 whatever freedom michael jennifer jordan michelle charlie thomas andrew jessica ashley daniel
hello hellohello hunter flower summer winter spring autumn cookie chocolate cheese banana orange apple purple silver golden diamond
123456 1234567 12345678 123456789 1234567890 0123456789 87654321 987654321 9876543210 11112222 12341234 12344321 123123123 123321123
121212 147258369 159753 741852963 789456123 147852369 10203040 11223344 19891989 20002000 20242024 20252025 20262026 31415926
`

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(word => word !== ''))

/** The passwords most often found in leaks (zxcvbn's list; ASVS 6.2.4). */
export const TOP_PASSWORDS: ReadonlySet<string> = new Set(Array.from(dictionary['passwords-common'], String))
