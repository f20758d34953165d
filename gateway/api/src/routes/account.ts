import { done, refuse } from '@asaichi/contract/define.ts'
import { confirmRegistration, judgePassword, register } from '@asaichi/contract/identity/account.ts'
import {
  findSession,
  finishLogin,
  LoginName,
  logout,
  Session,
  startLogin,
} from '@asaichi/contract/identity/login.ts'
import { changePassword, requestPasswordHelp } from '@asaichi/contract/identity/password.ts'
import { applyPermission, getPermission } from '@asaichi/contract/identity/permission.ts'
import { CityId, MemberNumber } from '@asaichi/contract/ids.ts'
import { z } from 'zod'
import type { Reply } from '../http/responder.ts'
import { route, type Tools } from '../http/route.ts'

const inCity = z.object({ cityId: CityId })

/** The session as its owner sees it. */
const Me = Session.omit({ sessionId: true, isFresh: true })

// A16: a phone's keyboard writes ７ as readily as 7. A number no member can have is answered like one nobody has.
const [byMail, byNumber] = LoginName.options
const halfWidth = (text: string) => text.normalize('NFKC').trim()
const Login = z.discriminatedUnion('kind', [
  byMail.strict(),
  byNumber.extend({ memberNumber: z.string().max(40).transform(halfWidth) }).strict(),
])
// A typing error is told before anybody is looked for, so it tells nothing of anybody (S9).
const Number7 = z
  .string()
  .max(40)
  .transform(text => halfWidth(text).replace(/\s/g, ''))
  .pipe(MemberNumber)
const Code = z.string().max(40).transform(halfWidth).pipe(finishLogin.input.shape.code)

// Longer than the device is known: identity decides (V3).
const DEVICE_SECONDS = 200 * 86_400

/** Registration, login in two steps, the session, and the permission to use a city's facilities (M3–M9, S3, S5). */
export const accountRoutes = [
  route(
    {
      method: 'post',
      path: '/api/cities/{cityId}/registrations',
      summary: '仮登録。確認のメールが届く',
      access: 'anyone',
      params: inCity,
      body: register.input.omit({ cityId: true, source: true }).strict(),
      answers: register,
      status: 202,
    },
    ({ call, params, body, network }) => call(register, { ...body, ...params, source: network }),
  ),
  route(
    {
      method: 'post',
      path: '/api/passwords/judge',
      summary: '仮登録の前に、そのパスワードが使えるかを確かめる。何も残さない',
      access: 'anyone',
      body: judgePassword.input.strict(),
      answers: judgePassword,
    },
    ({ call, body }) => call(judgePassword, body),
  ),
  route(
    {
      method: 'post',
      path: '/api/registrations/confirm',
      summary: '本登録。メールのリンク先のページのボタンから送る',
      access: 'anyone',
      body: confirmRegistration.input.strict(),
      answers: confirmRegistration,
    },
    ({ call, body }) => call(confirmRegistration, body),
  ),
  route(
    {
      method: 'post',
      path: '/api/cities/{cityId}/login',
      summary: 'ログイン（1段目）。パスワードが合えば認証番号のメールが届く',
      access: 'anyone',
      params: inCity,
      body: startLogin.input
        .omit({ cityId: true, source: true, device: true })
        .extend({ login: Login })
        .strict(),
      answers: startLogin,
      status: 202,
    },
    async ({ call, params, body: { login, password }, network, device }) => {
      if (login.kind === 'member-number' && !MemberNumber.safeParse(login.memberNumber).success)
        return refuse('credentials-wrong')
      return call(startLogin, { ...params, login, password, source: network, device })
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/login/code',
      summary: 'ログイン（2段目）。認証番号を送るとセッションのクッキーが返る',
      access: 'anyone',
      body: finishLogin.input
        .omit({ device: true })
        .extend({
          code: Code,
          stay: z
            .boolean()
            .default(true)
            .describe(
              'false: until the browser is closed; true: a resident stays logged in for two weeks without use',
            ),
        })
        .strict(),
      answers: finishLogin,
      shows: Me,
    },
    ({ call, body, device }) => call(finishLogin, { ...body, device }),
    (value, { cookie, deviceCookie, clock, body }) => ({
      ...opened(value, { cookie, clock, stay: body.stay }),
      ...(value.device !== undefined && { alsoCookie: deviceCookie.set(value.device, DEVICE_SECONDS) }),
    }),
  ),
  route(
    {
      method: 'post',
      path: '/api/cities/{cityId}/password-help',
      summary:
        'パスワードを忘れたとき。すべて合っていれば仮のパスワードのメールが届く（返事はいつも同じ）。メールアドレスでログインする市では、メールアドレスだけでよい',
      access: 'anyone',
      params: inCity,
      body: requestPasswordHelp.input
        .omit({ cityId: true, source: true })
        .extend({ memberNumber: Number7.optional() })
        .strict(),
      answers: requestPasswordHelp,
      status: 202,
    },
    ({ call, params, body, network }) => call(requestPasswordHelp, { ...body, ...params, source: network }),
  ),
  route(
    {
      method: 'post',
      path: '/api/password',
      summary: '新しいパスワードを決める。ほかの端末のログインは終わる',
      access: 'session',
      beforePasswordChange: true,
      body: changePassword.input.omit({ token: true }).strict(),
      answers: changePassword,
      shows: Me,
    },
    async ({ call, sessions, token, body }) => {
      if (token === undefined) return refuse('no-session')
      const outcome = await call(changePassword, { ...body, token })
      if (outcome.ok) sessions.forget(token)
      return outcome
    },
    opened,
  ),
  route(
    {
      method: 'post',
      path: '/api/logout',
      summary: 'ログアウト',
      access: 'anyone',
      body: z.strictObject({}),
      answers: logout,
    },
    async ({ call, sessions, token }) => {
      if (token === undefined) return done({})
      const outcome = await call(logout, { token })
      sessions.forget(token)
      return outcome
    },
    (_, { cookie }) => ({ status: 200, json: {}, headers: { 'set-cookie': cookie.clear() } }),
  ),
  route(
    {
      method: 'get',
      path: '/api/me',
      summary: 'ログインしている人',
      access: 'session',
      beforePasswordChange: true,
      answers: { output: Me, refusals: findSession.refusals },
    },
    ({ session }) => done(Me.parse(session)),
  ),
  route(
    {
      method: 'get',
      path: '/api/session',
      summary: 'ログインしている人。いなければ null（どの画面も最初に聞くので、エラーにしない）',
      access: 'anyone',
      answers: {
        output: z.object({
          me: Me.nullable(),
          demo: z.boolean().describe('デモの町か（時計、メール、鍵を試せる）'),
        }),
        refusals: {},
      },
    },
    async ({ sessions, token, clock }) => {
      const session = token === undefined ? undefined : await sessions.find(token)
      return done({ me: session ? Me.parse(session) : null, demo: clock.movable })
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/cities/{cityId}/permission',
      summary: '利用申請の状態',
      access: 'session',
      params: inCity,
      answers: getPermission,
    },
    ({ call, actor, params }) => call(getPermission, { actor, ...params }),
  ),
  route(
    {
      method: 'post',
      path: '/api/cities/{cityId}/permission',
      summary: '利用申請をする',
      access: 'session',
      params: inCity,
      body: z.strictObject({}),
      answers: applyPermission,
    },
    ({ call, actor, params }) => call(applyPermission, { actor, ...params }),
  ),
] as const

/** The session goes into the cookie, and its owner sees whose it is; the token is in no body. */
function opened(
  { token, session }: { readonly token: string; readonly session: Session },
  { cookie, clock, stay = true }: Pick<Tools, 'cookie' | 'clock'> & { readonly stay?: boolean },
): Reply {
  // M6: on a library's machine the cookie is to go with the browser.
  const seconds = stay ? (Date.parse(session.expiresAt) - Date.parse(clock.now())) / 1000 : undefined
  return { status: 200, json: Me.parse(session), headers: { 'set-cookie': cookie.set(token, seconds) } }
}
