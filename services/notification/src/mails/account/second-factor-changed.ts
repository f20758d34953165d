import { secondFactorChanged as cause } from '@asaichi/contract/identity/second-factor.ts'
import { CityId, PersonId } from '@asaichi/contract/ids.ts'
import { z } from 'zod'
import { loginPage, toOwner } from '../../about/account.ts'
import { type Body, type Frame, paragraph } from '../../domain/letter.ts'
import { mail } from '../mail.ts'

const change = cause.data.shape.change
type Change = z.output<typeof change>

/** Mail P (M9, V4): an app was set up, a recovery code took its place, or somebody removed it. */
export const secondFactorChanged = mail({
  kind: 'second-factor-changed',
  name: {
    ja: '認証アプリの知らせ',
    'ja-easy': '認証（にんしょう）アプリの知（し）らせ',
    en: 'About your authenticator app',
  },
  lane: 'decisions',
  cause,
  queue: ({ data: { changeId, ...of }, version }) => [{ subjectId: changeId, version, ...of }],
  topic: z.object({ personId: PersonId, cityId: CityId, change }),
  async gather(call, topic) {
    const gathered = await toOwner.gather(call, topic)
    return gathered.status === 'ready' ? { ...gathered, facts: { change: topic.change } } : gathered
  },
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

type Facts = { readonly change: Change }

const JA: Readonly<Record<Change, string>> = {
  enrolled: '認証アプリが登録されました。次のログインから、アプリの番号を使います',
  'recovery-code-used': '認証アプリの代わりに、予備の番号が1つ使われました。その番号はもう使えません',
  removed:
    '認証アプリの登録が、ほかの管理者によって消されました。次のログインではメールの番号を使い、認証アプリを登録し直してください',
}

function japanese({ change: now }: Facts, frame: Frame): Body {
  return {
    subject: '認証アプリについてのお知らせ',
    blocks: [
      paragraph(`${frame.city.name}の施設予約で、あなたの${JA[now]}。`),
      paragraph('覚えがないときは、すぐにパスワードを変え、ほかの管理者か下の窓口へご連絡ください。'),
      loginPage('ログインのページを開く', frame),
    ],
  }
}

const EASY: Readonly<Record<Change, string>> = {
  enrolled: '認証（にんしょう）アプリを 登録（とうろく）しました。',
  'recovery-code-used': '予備（よび）の番号（ばんごう）を 1つ使（つか）いました。',
  removed: '認証（にんしょう）アプリの登録（とうろく）を ほかの管理者（かんりしゃ）が消（け）しました。',
}

function easyJapanese({ change: now }: Facts, frame: Frame): Body {
  return {
    subject: '認証（にんしょう）アプリの お知（し）らせ',
    blocks: [
      paragraph(`${frame.city.name}の施設（しせつ）の予約（よやく）です。${EASY[now]}`),
      paragraph(
        'あなたが していないときは、すぐに パスワードを変（か）えてください。下（した）の窓口（まどぐち）にも 電話（でんわ）してください。',
      ),
      loginPage('ログインのページを開（ひら）く', frame),
    ],
  }
}

const EN: Readonly<Record<Change, string>> = {
  enrolled: 'An authenticator app was set up for your account. From the next login on, use its code.',
  'recovery-code-used':
    'A recovery code was used in place of your authenticator app. That code does not work any more.',
  removed:
    'Another admin removed your authenticator app. Your next login takes a mailed code; please set up the app again then.',
}

function english({ change: now }: Facts, frame: Frame): Body {
  return {
    subject: 'About your authenticator app',
    blocks: [
      paragraph(`${EN[now]} (Facilities of ${frame.city.name})`),
      paragraph(
        'If that was not you, change your password at once, and turn to another admin or the office below.',
      ),
      loginPage('Open the login page', frame),
    ],
  }
}
