import { localDateOf, localTimeOf } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import type { RefusalOf, Refusals } from '@asaichi/contract/define.ts'
import { type Problem, type ProblemStatus, retryAfter } from './http/problem.ts'
import type { Refusal } from './http/route.ts'
import type { AnyRoute } from './routes/all.ts'

type RefusalIn<R> = R extends { readonly answers: { readonly refusals: infer Listed extends Refusals } }
  ? RefusalOf<Listed>
  : never
/** Every refusal some route can meet. */
type Used = RefusalIn<AnyRoute>
export type RefusalCode = Used['code']
type DetailOf<C extends RefusalCode> = Extract<Used, { readonly code: C }>['detail']

type Row<Detail> = readonly [
  status: ProblemStatus,
  sentence: string | ((detail: Detail) => string),
  retryAfterSeconds?: (detail: Detail) => number,
]

/** The one translation of refusals into HTTP: a code the contract lists and this table lacks does not compile. */
export const REFUSALS: { readonly [C in RefusalCode]: Row<DetailOf<C>> } = {
  'not-found': [404, 'お探しのものは見つかりません。'],
  'not-allowed': [403, 'この操作をする権限がありません。'],
  'unknown-city': [404, 'その市は登録されていません。'],
  'unknown-listing': [404, 'その部屋は見つかりません。'],

  'terms-outdated': [409, '利用規約が新しくなりました。もう一度読んで同意してください。'],
  'weak-password': [422, ({ reason }) => WEAK_PASSWORD[reason]],
  'birth-date-impossible': [422, '生年月日を確かめてください。'],
  'token-not-valid': [410, 'このリンクは期限が切れたか、すでに使われています。もう一度登録してください。'],
  'link-expired': [410, 'このリンクは期限が切れています。予約のページでもう一度リンクを作ってください。'],
  'login-kind-not-offered': [422, 'この市ではその方法でのログインはできません。'],
  'credentials-wrong': [401, 'ログインできませんでした。入力した内容を確かめてください。'],
  'too-many-attempts': [429, '試した回数が多すぎます。しばらく待ってからやり直してください。', wait],
  'password-work-full': [503, 'ログインが混み合っています。少し待ってからやり直してください。', wait],
  'code-wrong': [401, ({ triesLeft }) => `認証コードが違います。あと${triesLeft}回試せます。`],
  'code-not-valid': [401, 'この認証コードは使えません。はじめからログインし直してください。'],
  'current-password-wrong': [422, '今のパスワードが違います。'],
  'same-password': [422, '今までのパスワードや仮のパスワードとは違うものにしてください。'],
  'no-session': [401, 'ログインしていないか、ログインの有効期限が切れています。'],
  'identity-confirmed': [
    409,
    '申請中または承認後は、氏名・フリガナ・生年月日を画面から変えられません。窓口にご連絡ください。',
  ],
  'contact-needed': [409, '本人を確かめた電話などの記録がないため、承認できません。'],
  suspended: [403, '利用が停止されています。市の窓口にお問い合わせください。'],

  'span-not-valid': [422, '期間の終わりは始まり以降の日にし、長さは62日までにしてください。'],
  'span-too-long': [422, ({ maxDays }) => `さがせる期間は${maxDays}日までです。`],
  'date-out-of-range': [422, ({ first, last }) => `${first}から${last}までの日付でさがしてください。`],
  'band-not-valid': [
    422,
    ({ stepMinutes }) => `時間帯は${stepMinutes}分きざみで、終わりを始まりより後にしてください。`,
  ],
  'month-too-far': [422, ({ first, last }) => `${first}から${last}までの月を選んでください。`],
  'nothing-to-send': [409, 'このメールはもう送られたか、送る必要がなくなっています。'],
  'id-used-differently': [409, 'その番号はすでに別の内容で使われています。'],

  'not-approved': [403, '利用申請が承認されてから申し込めます。利用申請の状態を確かめてください。'],
  'not-open-yet': [409, ({ opensAt }) => `先着順の受付は${japanese(opensAt)}に始まります。`],
  'draw-in-progress': [503, '抽選の処理中です。終わりしだい受付を始めます。', wait],
  closed: [409, ({ closedAt }) => `この日の受付は${ending(closedAt)}に終わりました。`],
  'outside-hours': [
    422,
    ({ opens, closes, reason }) =>
      opens === null || closes === null
        ? `この日は利用できません。${reason ?? ''}`
        : `利用できる時間は${opens}から${closes}までです。`,
  ],
  'off-grid': [422, ({ stepMinutes }) => `開始と終了は${stepMinutes}分きざみで選んでください。`],
  'too-short': [422, ({ minMinutes }) => `利用は${minMinutes}分以上にしてください。`],
  'people-out-of-range': [422, ({ capacity }) => `利用人数は1人から${capacity}人までです。`],
  'terms-not-accepted': [422, '今の利用規約に同意してください。'],
  'guardian-needed': [422, '18歳未満の方の利用には、18歳以上の方の付き添いが必要です。'],
  'wrong-listing': [
    422,
    ({ use }) =>
      use === 'paid-event'
        ? '入場料や物品の販売がある催しは、有料の催し用の区分から申し込んでください。'
        : 'この催しは、通常の区分から申し込んでください。',
  ],
  'quota-reached': [409, ({ limit }) => `同時に持てる予約は${limit}件までです。`],
  'overlaps-own-booking': [409, '重なる時間に、ご本人の予約がすでにあります。'],
  taken: [409, 'その時間はすでにふさがっています。ほかの時間を選んでください。'],
  'key-used-differently': [422, 'この Idempotency-Key は別の内容の操作に使われています。'],
  'in-opening-pool': [
    503,
    'この日の申込みは、受付の始まりから数秒のあいだ集め、公開した乱数の順に決めます。同じ Idempotency-Key でもう一度送ると結果が分かります。',
    wait,
  ],
  'attempt-in-flight': [
    429,
    'ひとつ前の申込みを処理しています。結果が出てから次の申込みをしてください。',
    wait,
  ],
  busy: [503, '申込みが集中しています。同じ Idempotency-Key でもう一度送ってください。', wait],
  'state-changed': [409, 'ほかの操作で状態が変わりました。今の状態を確かめてからやり直してください。'],
  'person-not-approved': [409, '申込者の利用申請が承認されていないため、承認できません。'],
  'reason-needed': [422, '理由を入力してください。'],
  'day-cap-reached': [409, ({ maxSlots }) => `1日に押さえられるのは${maxSlots}件までです。`],

  'move-not-offered': [409, 'この市では予約の日時を変えられません。取り消してから、申し込み直してください。'],
  'already-past': [422, 'その時間はもう始まっています。'],
  'time-is-free': [409, 'その時間は今空いています。そのまま申し込めます。'],
  'too-many-watches': [409, ({ limit }) => `空きの知らせは${limit}件までです。`],
  'too-many-favourites': [409, ({ limit }) => `お気に入りは${limit}件までです。`],

  'no-lottery': [422, 'この日の利用は抽選の対象ではありません。先着順で申し込んでください。'],
  'entries-not-open-yet': [409, ({ opensAt }) => `抽選の申込みは${japanese(opensAt)}に始まります。`],
  'entries-closed': [409, ({ closedAt }) => `抽選の申込みと取り消しは${ending(closedAt)}に締め切りました。`],
  'too-many-wishes': [422, ({ max }) => `希望は${max}つまでです。`],
  'wishes-of-different-rounds': [422, '希望は、同じ回に抽選する日から選んでください。'],
  'overlaps-own-entry': [409, '同じ日の重なる時間に、すでに抽選を申し込んでいます。'],
  'entry-quota-reached': [409, ({ limit }) => `抽選の申込みは、利用する月ごとに${limit}件までです。`],
  'not-published-yet': [409, ({ publishedAt }) => `抽選の結果は${japanese(publishedAt)}に発表します。`],
  'round-over': [409, 'この抽選の回は終わっているため、この操作はできません。'],
  'not-confirmed-yet': [
    409,
    ({ confirmBy }) => `当選者がまだ利用を確定していません（期限は${ending(confirmBy)}）。`,
  ],

  'use-is-over': [409, 'この予約の利用時間は終わっています。'],
  'not-ready': [409, '鍵の暗証番号はまだ用意できていません。予約が承認されると用意されます。'],

  'clock-goes-forward-only': [409, '町の時計は先へ進めることしかできません。'],
  'clock-already-moving': [409, '町の時計は今動いている途中です。'],
}

/** A refusal as a problem: the sentence for the resident, and the detail's fields for the screen. */
export function refusalProblem({ code, detail }: Refusal): Problem {
  const [status, sentence, seconds] = rowOf(code)
  return {
    status,
    code,
    detail: typeof sentence === 'string' ? sentence : sentence(detail),
    // RFC 9457 has a `status` of its own, so that of the thing refused goes by another name.
    extra: { ...detail, ...('status' in detail && { currentStatus: detail.status }) },
    ...(seconds && { headers: retryAfter(seconds(detail)) }),
  }
}

// Safe: the table holds every code a route can meet, and the bus parsed the detail by the schema of that very code.
function rowOf(code: string): Row<object> {
  return REFUSALS[code as RefusalCode] as Row<object>
}

function wait({ retryAfterSeconds }: { readonly retryAfterSeconds: number }): number {
  return retryAfterSeconds
}

const WEAK_PASSWORD: Readonly<Record<DetailOf<'weak-password'>['reason'], string>> = {
  'too-short': 'パスワードは8文字以上にしてください。',
  'too-common': 'そのパスワードはよく使われていて見破られやすいため、使えません。',
  'contains-name': 'パスワードに名前などの分かりやすい言葉を入れないでください。',
}

/** The end of a day is its 24:00, not the next day's 00:00. */
function ending(instant: string): string {
  const isMidnight = localTimeOf(instant) === '00:00'
  return isMidnight ? `${dayOf(addDays(localDateOf(instant), -1))} 24:00` : japanese(instant)
}

function japanese(instant: string): string {
  return `${dayOf(localDateOf(instant))} ${localTimeOf(instant)}`
}

function dayOf(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
