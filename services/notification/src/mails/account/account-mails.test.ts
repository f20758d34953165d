import type { Language } from '@asaichi/contract/actor.ts'
import { expect, test } from 'vitest'
import { FRAME as SAMPLE_FRAME } from '../../../tests/sample-letter.ts'
import type { MailText } from '../../domain/compose.ts'
import type { Frame } from '../../domain/letter.ts'
import { confirmRegistration } from './confirm-registration.ts'
import { deviceRemembered } from './device-remembered.ts'
import { loginCode } from './login-code.ts'
import { mailChangeCode } from './mail-change-code.ts'
import { mailChanged } from './mail-changed.ts'
import { memberInvited } from './member-invited.ts'
import { passwordChanged } from './password-changed.ts'
import { passwordHelp } from './password-help.ts'
import { permissionChanged } from './permission-changed.ts'
import { secondFactorChanged } from './second-factor-changed.ts'

type Write = (frame: Frame, language: Language) => MailText

const { city, ...addressee } = SAMPLE_FRAME
const FRAME: Frame = { ...addressee, city: { ...city, office: { ...city.office, sms: null } } }

const expiresAt = '2024-11-03T05:05:30.000Z'
const help: Write = (frame, language) =>
  passwordHelp.write({ password: 'abcdefghjkmnpqrs', expiresAt }, frame, language)

test('A, S9: the whole mail as text', () => {
  expect(help(FRAME, 'ja').text).toMatchInlineSnapshot(`
    "山田 花子 様

    パスワードを忘れたときの手続きを受け付けました。仮のパスワードは次のとおりです。

    仮のパスワード：abcd-efgh-jkmn-pqrs

    仮のパスワードは1回だけ、14:05:30まで使えます。ハイフン（-）は入れても入れなくてもかまいません。

    ■ 手順
    1. ログインのページで、パスワードの欄に仮のパスワードを入れます。
    2. 続けて届くメールの認証番号（6桁の数字）を入れます。
    3. 新しいパスワードを決めます。決めるまで、ほかの操作はできません。

    ログインのページを開く
    https://asaichi.example.jp/login?city=mitaka

    新しいパスワードを決めるまで、今までのパスワードも使えます。手続きをした覚えがないときは、何もせずにこのメールを消してください。

    ――――――――――
    三鷹市 試験課
    住所：三鷹市野崎1-1-1
    電話：0422-00-0000
    受付時間：平日 08:30～17:15
    https://mitaka.example.jp
    office@mitaka.example.jp

    このメールは送信専用です。お問い合わせは、上の窓口へお願いします。
    "
  `)
})

test('A, S9: the whole mail in English', () => {
  expect(help(FRAME, 'en').text).toMatchInlineSnapshot(`
    "Dear 山田 花子,

    You asked for help with a forgotten password. This is your temporary password.

    Temporary password: abcd-efgh-jkmn-pqrs

    It works once, until 14:05:30 (Japan time). You may type it with or without the hyphens.

    ■ What to do
    1. On the login page, type the temporary password as your password.
    2. Type the 6-digit login code of the mail that comes next.
    3. Choose a new password. Until you have, nothing else is possible.

    Open the login page
    https://asaichi.example.jp/login?city=mitaka

    Until you choose a new password, your old one works as well. If you did not ask for help, please delete this mail.

    ――――――――――
    三鷹市 試験課
    Address: 三鷹市野崎1-1-1
    Phone: 0422-00-0000
    Open: 平日 08:30～17:15
    https://mitaka.example.jp
    office@mitaka.example.jp

    Replies to this mail are not read. Please write to or call the office above.
    "
  `)
})

test('A, S9: the whole mail in やさしい日本語', () => {
  expect(help(FRAME, 'ja-easy').text).toMatchInlineSnapshot(`
    "山田 花子 さん

    パスワードを忘（わす）れた人（ひと）への お知（し）らせです。これは仮（かり）のパスワードです。

    仮（かり）のパスワード：abcd-efgh-jkmn-pqrs

    1回（かい）だけ使（つか）えます。14:05:30までです。「-」は 入（い）れなくても いいです。

    ■ すること
    1. ログインのページを開（ひら）きます。パスワードに、仮（かり）のパスワードを入（い）れます。
    2. 次（つぎ）のメールの数字（すうじ）を6つ 入（い）れます。
    3. 新（あたら）しいパスワードを決（き）めます。

    ログインのページを開（ひら）く
    https://asaichi.example.jp/login?city=mitaka

    新（あたら）しいパスワードを決（き）めるまで、前（まえ）のパスワードも使（つか）えます。あなたが していないときは、このメールを消（け）してください。

    ――――――――――
    三鷹市 試験課
    住所（じゅうしょ）：三鷹市野崎1-1-1
    電話（でんわ）：0422-00-0000
    開（あ）いている時間（じかん）：平日 08:30～17:15
    https://mitaka.example.jp
    office@mitaka.example.jp

    このメールに返事（へんじ）はできません。聞（き）きたいことは、上（うえ）の窓口（まどぐち）へ。
    "
  `)
})

const ACCOUNT_MAILS: readonly (readonly [string, Write])[] = [
  ['password-help', help],
  ['password-changed', (...to) => passwordChanged.write({}, ...to)],
  ['device-remembered', (...to) => deviceRemembered.write({}, ...to)],
  [
    'mail-change-code',
    (...to) => mailChangeCode.write({ code: '048291', expiresAt, purpose: 'mail-change' }, ...to),
  ],
  ['mail-changed, old', (...to) => mailChanged.write({ address: 'old' }, ...to)],
  ['mail-changed, new', (...to) => mailChanged.write({ address: 'new' }, ...to)],
  [
    'confirm-registration',
    (...to) =>
      confirmRegistration.write(
        { kind: 'confirm', token: 'tok+en', expiresAt: '2024-11-04T05:00:00.000Z' },
        ...to,
      ),
  ],
  ['already-registered', (...to) => confirmRegistration.write({ kind: 'already-registered' }, ...to)],
  ['member-invited', (...to) => memberInvited.write({ role: 'staff', token: 'tok+en', expiresAt }, ...to)],
  ['login-code', (...to) => loginCode.write({ code: '048291', expiresAt, purpose: 'login' }, ...to)],
  [
    'login-code, step-up',
    (...to) => loginCode.write({ code: '048291', expiresAt, purpose: 'step-up' }, ...to),
  ],
  ['permission-approved', (...to) => permissionChanged.write({ status: 'approved', reason: null }, ...to)],
  [
    'permission-returned',
    (...to) => permissionChanged.write({ status: 'returned', reason: '住所が足りません' }, ...to),
  ],
  [
    'permission-suspended',
    (...to) => permissionChanged.write({ status: 'suspended', reason: 'ルール' }, ...to),
  ],
  [
    'suspension-lifted',
    (...to) => permissionChanged.write({ status: 'approved', reason: 'よろしくお願（ねが）いします' }, ...to),
  ],
]

test.each(ACCOUNT_MAILS)(
  'the three languages of %s say their own words, with the same links, codes and secrets',
  (_, write) => {
    const [ja, easy, en] = [write(FRAME, 'ja'), write(FRAME, 'ja-easy'), write(FRAME, 'en')]
    expect([ja.language, easy.language, en.language]).toEqual(['ja', 'ja', 'en'])
    expect(new Set([ja.text, easy.text, en.text]).size).toBe(3)
    expect(linksOf(easy.text)).toEqual(linksOf(ja.text))
    expect(linksOf(en.text)).toEqual(linksOf(ja.text))
    expect(secretsOf(easy.text)).toEqual(secretsOf(ja.text))
    expect(secretsOf(en.text)).toEqual(secretsOf(ja.text))
  },
)

test.each(ACCOUNT_MAILS)(
  'やさしい日本語: every word in kanji of %s has its reading behind it',
  (_, write) => {
    const { text } = write({ ...FRAME, name: 'ヤマダ', city: { ...FRAME.city, name: 'みたか' } }, 'ja-easy')
    const [letter = ''] = text.split('\n――――――――――\n')
    // Dates keep their usual form, a quoted button its name, and the city's own words are the city's.
    const own = letter
      .replace(/令和.*?\d{1,2}:\d{2}/g, '')
      .replace(/「[^」]*」/g, '')
      .replaceAll('住所が足りません', '')
    expect(own.match(/[\p{sc=Han}]+(?!（|\p{sc=Han})/gu) ?? []).toEqual([])
  },
)

test('V9: who has logged in is told to go on with what they were doing, and not to log in', () => {
  const write = (language: Language) =>
    loginCode.write({ code: '048291', expiresAt, purpose: 'step-up' }, FRAME, language)
  for (const language of ['ja', 'ja-easy', 'en'] as const) {
    const { subject, text } = write(language)
    expect(`${subject}\n${text}`).not.toMatch(/ログイン|log ?in/i)
  }
})

test('no secret stands in a subject', () => {
  for (const [, write] of ACCOUNT_MAILS)
    for (const language of ['ja', 'ja-easy', 'en'] as const)
      expect(write(FRAME, language).subject).not.toMatch(/abcd|048291|tok/)
})

function linksOf(text: string): readonly string[] {
  return text.match(/https:\S+/g) ?? []
}

function secretsOf(text: string): readonly string[] {
  return text.match(/abcd-efgh-jkmn-pqrs|048291|14:05:30/g) ?? []
}

test.each([
  ['enrolled', '認証アプリが登録されました', 'was set up', '登録（とうろく）しました'],
  ['recovery-code-used', '予備の番号が1つ使われました', 'A recovery code was used', '1つ使（つか）いました'],
  ['removed', 'ほかの管理者によって消されました', 'Another admin removed', '消（け）しました'],
] as const)('P, M9: an app that is %s is told in each language, with what to do', (change, ja, en, easy) => {
  const written = (language: Language) => secondFactorChanged.write({ change }, FRAME, language).text
  expect(written('ja')).toContain(ja)
  expect(written('ja')).toContain('すぐにパスワードを変え')
  expect(written('en')).toContain(en)
  expect(written('ja-easy')).toContain(easy)
})
