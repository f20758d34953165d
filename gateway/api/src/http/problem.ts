/** RFC 9457, less what the responder adds: its type and instance. `extra` are further members, never a value of the request. */
export type Problem = {
  readonly status: ProblemStatus
  readonly code: string
  readonly detail: string
  readonly extra?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}

export const TITLES = {
  400: 'リクエストを読み取れません',
  401: '本人を確認できません',
  403: 'この操作はできません',
  404: '見つかりません',
  405: 'この方法では使えません',
  408: '時間がかかりすぎました',
  409: '今の状態ではできません',
  410: '使えなくなっています',
  413: '送られたデータが大きすぎます',
  415: 'データの形式が違います',
  417: '求められたことに応えられません',
  422: '内容を確かめてください',
  429: '回数が多すぎます',
  431: 'ヘッダーが大きすぎます',
  500: '問題が起きました',
  503: '今は応えられません',
} as const
export type ProblemStatus = keyof typeof TITLES

/** What the front door itself refuses, before or without asking a service. */
export const OWN_PROBLEMS = {
  'request-malformed': [400, 'HTTPのリクエストとして読み取れません。'],
  'json-malformed': [400, '送られたデータをJSONとして読み取れません。'],
  'idempotency-key-missing': [
    400,
    'Idempotency-Key ヘッダーが必要です。操作ごとに新しい値を付けてください。',
  ],
  'idempotency-key-not-valid': [
    400,
    'Idempotency-Key は8～128文字の半角英数字・記号（空白を除く）で付けてください。',
  ],
  'no-session': [401, 'ログインしていないか、ログインの有効期限が切れています。'],
  'cross-site': [403, '別のサイトからの操作は受け付けません。このサイトの画面からやり直してください。'],
  'password-change-needed': [
    403,
    '先に新しいパスワードを決めてください。決めるまで、ほかの操作はできません。',
  ],
  'not-allowed': [403, 'この操作をする権限がありません。'],
  'not-found': [404, 'お探しのものは見つかりません。'],
  'method-not-allowed': [405, 'このURLはその方法（メソッド）では使えません。'],
  'request-timeout': [408, 'リクエストを受け取り終わる前に時間切れになりました。'],
  'body-too-large': [413, '送れるデータは64KBまでです。'],
  'content-type-not-json': [415, 'Content-Type は application/json にしてください。'],
  'content-encoding-not-supported': [415, '圧縮したデータは受け付けません。'],
  'expectation-failed': [417, 'Expect ヘッダーの求めには応えられません。付けずに送ってください。'],
  'input-not-valid': [422, '入力に誤りがあります。項目ごとの説明を確かめてください。'],
  'too-many-requests': [429, '操作の回数が多すぎます。少し待ってからやり直してください。'],
  'headers-too-large': [431, 'リクエストのヘッダーが大きすぎます。'],
  fault: [500, 'こちらの不具合で処理できませんでした。時間をおいてやり直してください。'],
  'service-unavailable': [503, '一時的に応えられません。少し待ってからやり直してください。'],
} as const satisfies Readonly<Record<string, readonly [ProblemStatus, string]>>
export type OwnCode = keyof typeof OWN_PROBLEMS

export function problem(code: OwnCode, more: Pick<Problem, 'extra' | 'headers'> = {}): Problem {
  const [status, detail] = OWN_PROBLEMS[code]
  return { status, code, detail, ...more }
}

/** `Retry-After` in whole seconds, at least one. */
export function retryAfter(seconds: number): Readonly<Record<string, string>> {
  return { 'retry-after': String(Math.max(1, Math.ceil(seconds))) }
}
