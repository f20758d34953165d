import { done, refuse } from '@asaichi/contract/define.ts'
import {
  beginEnrolment,
  beginStepUp,
  confirmEnrolment,
  finishStepUp,
  getSecondFactor,
  removeSecondFactor,
} from '@asaichi/contract/identity/second-factor.ts'
import { CityId, PersonId } from '@asaichi/contract/ids.ts'
import { encode } from 'uqr'
import { z } from 'zod'
import { route } from '../../http/route.ts'

const typed = (code: z.ZodString) =>
  z
    .string()
    .max(40)
    .transform(text => text.normalize('NFKC').trim())
    .pipe(code)

/** A code as a path of SVG in a square of so many modules: the picture of a secret has no address. */
const Drawing = z.object({ size: z.int(), path: z.string() })

/** Level M and four modules of quiet, as for every code of this site (routes/qr.ts). */
function drawn(text: string): z.output<typeof Drawing> {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: dark.join('') }
}

/** M9, V9: the app of who works for a city or runs the installation, and the second factor asked for once more. */
export const secondFactorRoutes = [
  route(
    {
      method: 'get',
      path: '/api/second-factor',
      summary: '自分の認証アプリの様子',
      access: 'team',
      beforeEnrolment: true,
      answers: getSecondFactor,
    },
    ({ call, actor }) => call(getSecondFactor, { actor }),
  ),
  route(
    {
      method: 'post',
      path: '/api/second-factor',
      summary: '認証アプリを登録するための二次元コードと文字。アプリの番号を送り返すまで、何も変わらない',
      access: 'team',
      beforeEnrolment: true,
      body: z.strictObject({}),
      answers: {
        output: beginEnrolment.output.extend({ qr: Drawing }),
        refusals: beginEnrolment.refusals,
      },
    },
    async ({ call, actor }) => {
      const begun = await call(beginEnrolment, { actor })
      return begun.ok ? done({ ...begun.value, qr: drawn(begun.value.uri) }) : begun
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/second-factor/confirm',
      summary: '認証アプリの番号を送り返して、登録を終える。予備の番号（10個）は、ここで1回だけ見える',
      access: 'team',
      beforeEnrolment: true,
      body: z.strictObject({ code: typed(confirmEnrolment.input.shape.code) }),
      answers: confirmEnrolment,
    },
    async ({ call, actor, body, sessions, token }) => {
      const outcome = await call(confirmEnrolment, { actor, ...body })
      if (outcome.ok && token !== undefined) sessions.forget(token)
      return outcome
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/step-up',
      summary: '本人であることを、もう一度確かめる（1段目）。認証アプリがなければ、番号のメールが届く',
      access: 'team',
      beforeEnrolment: true,
      body: z.strictObject({}),
      answers: beginStepUp,
      status: 202,
    },
    ({ call, actor, session }) => call(beginStepUp, { actor, sessionId: session.sessionId }),
  ),
  route(
    {
      method: 'post',
      path: '/api/step-up/code',
      summary: '本人であることを、もう一度確かめる（2段目）。このログインで10分間、大切な操作ができる',
      access: 'team',
      beforeEnrolment: true,
      body: finishStepUp.input
        .pick({ challengeId: true })
        .extend({ code: typed(finishStepUp.input.shape.code) })
        .strict(),
      answers: finishStepUp,
    },
    async ({ call, actor, session, body, sessions, token }) => {
      if (token === undefined) return refuse('code-not-valid')
      const outcome = await call(finishStepUp, { actor, sessionId: session.sessionId, ...body })
      if (outcome.ok) sessions.forget(token)
      return outcome
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/cities/{cityId}/team/{personId}/second-factor',
      summary:
        '電話をなくした職員・管理者の認証アプリの登録を消す（自分のものは消せない）。その人のログインは終わり、メールで伝わる',
      access: 'admin-or-operator',
      params: z.object({ cityId: CityId, personId: PersonId }),
      answers: removeSecondFactor,
    },
    ({ call, actor, params }) => call(removeSecondFactor, { actor, ...params }),
  ),
] as const
