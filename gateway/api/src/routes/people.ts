import { registerAtCounter } from '@asaichi/contract/identity/counter.ts'
import { endOwnSession, listSessions } from '@asaichi/contract/identity/login.ts'
import {
  changeMailFor,
  confirmMailChange,
  requestMailChange,
} from '@asaichi/contract/identity/mail-change.ts'
import { changeProfile, getProfile, listActs, setLanguage } from '@asaichi/contract/identity/profile.ts'
import {
  changeClass,
  countApplicants,
  getPerson,
  liftSuspension,
  recordContact,
  searchPeople,
  sendPasswordHelp,
  signOutPerson,
  suspendPermission,
} from '@asaichi/contract/identity/staff.ts'
import { IdempotencyKey, PersonId } from '@asaichi/contract/ids.ts'
import { z } from 'zod'
import { wholeNumber } from '../http/query-value.ts'
import { route } from '../http/route.ts'

// A16: a phone's keyboard writes ７ as readily as 7.
const Code = z
  .string()
  .max(40)
  .transform(text => text.normalize('NFKC').replace(/\s/g, ''))
  .pipe(confirmMailChange.input.shape.code)
const ofPerson = z.object({ personId: PersonId })
const acts = listActs.input.shape

/** One's own account: what is registered, the language, and what was done to it (V4, R15, R19). */
export const meRoutes = [
  route(
    {
      method: 'get',
      path: '/api/me/profile',
      summary: '自分の登録内容',
      access: 'session',
      answers: getProfile,
    },
    ({ call, actor }) => call(getProfile, { actor }),
  ),
  route(
    {
      method: 'post',
      path: '/api/me/profile',
      summary: '自分の登録内容を直す。送った項目だけが変わる',
      access: 'session',
      body: changeProfile.input.shape.changes,
      answers: changeProfile,
    },
    async ({ call, actor, body, sessions, token }) => {
      const outcome = await call(changeProfile, { actor, changes: body })
      // The session kept here still tells the old name.
      if (token !== undefined) sessions.forget(token)
      return outcome
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/me/mail',
      summary: 'メールアドレスを変える（1段目）。新しいアドレスに確認の番号が届く',
      access: 'session',
      body: requestMailChange.input.omit({ actor: true }).strict(),
      answers: requestMailChange,
      status: 202,
    },
    ({ call, actor, body }) => call(requestMailChange, { actor, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/me/mail/code',
      summary: 'メールアドレスを変える（2段目）。番号が合えば変わり、前と新しいアドレスの両方に知らせる',
      access: 'session',
      body: confirmMailChange.input.omit({ actor: true }).extend({ code: Code }).strict(),
      answers: confirmMailChange,
    },
    ({ call, actor, body }) => call(confirmMailChange, { actor, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/me/language',
      summary: '画面とメールの言葉を選ぶ',
      access: 'session',
      body: setLanguage.input.pick({ language: true }).strict(),
      answers: setLanguage,
    },
    async ({ call, actor, body, sessions, token }) => {
      const outcome = await call(setLanguage, { actor, ...body })
      // The session kept here still tells the old language.
      if (token !== undefined) sessions.forget(token)
      return outcome
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/me/acts',
      summary: '自分の登録に対して行われたこと。新しい順',
      access: 'session',
      query: z.strictObject({ after: acts.after, limit: wholeNumber(acts.limit.unwrap()).optional() }),
      answers: listActs,
    },
    ({ call, actor, query }) => call(listActs, { actor, ...query }),
  ),
  route(
    {
      method: 'get',
      path: '/api/me/sessions',
      summary: '自分がログインしているところ',
      access: 'session',
      answers: listSessions,
    },
    ({ call, actor, session }) => call(listSessions, { actor, sessionId: session.sessionId }),
  ),
  route(
    {
      method: 'post',
      path: '/api/me/sessions/{sessionId}/end',
      summary: '自分のログインを1つ終わらせる',
      access: 'session',
      params: endOwnSession.input.pick({ sessionId: true }),
      body: z.strictObject({}),
      answers: endOwnSession,
    },
    ({ call, actor, params }) => call(endOwnSession, { actor, ...params }),
  ),
] as const

/** The people of a city as its staff see them (M7, T1, T2, T5, T9). What is searched for stands in no URL. */
export const peopleRoutes = [
  route(
    {
      method: 'get',
      path: '/api/staff/applicants/counts',
      summary: '利用申請の状態ごとの人数',
      access: 'staff',
      answers: countApplicants,
    },
    ({ call, actor }) => call(countApplicants, { actor }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/applicants/{personId}/contacts',
      summary: '電話・SMS・窓口での確認を記録する（承認とは別）',
      access: 'staff',
      params: ofPerson,
      body: recordContact.input.omit({ actor: true, personId: true }).strict(),
      answers: recordContact,
      status: 201,
    },
    ({ call, actor, params, body }) => call(recordContact, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/people/search',
      summary: '名前・フリガナ・団体名・登録番号・電話番号の始まりで人をさがす',
      access: 'staff',
      body: searchPeople.input.pick({ query: true }).strict(),
      answers: searchPeople,
    },
    ({ call, actor, body }) => call(searchPeople, { actor, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/people',
      summary:
        'メールのない人を、窓口か電話で本人を確かめて登録する。利用申請もあわせて受け付けるか、承認する',
      access: 'staff',
      key: IdempotencyKey,
      body: registerAtCounter.input.omit({ actor: true, key: true }).strict(),
      answers: registerAtCounter,
      status: 201,
    },
    ({ call, actor, key, body }) => call(registerAtCounter, { actor, key, ...body }),
  ),
  route(
    {
      method: 'get',
      path: '/api/staff/people/{personId}',
      summary: '1人の登録内容。見たことは本人に伝わる',
      access: 'staff',
      params: ofPerson,
      answers: getPerson,
    },
    ({ call, actor, params }) => call(getPerson, { actor, ...params }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/people/{personId}/mail',
      summary:
        'メールアドレスを、本人を確かめたうえで変える。本人の記録に残り、前と新しいアドレスの両方に知らせる',
      access: 'staff',
      params: ofPerson,
      body: changeMailFor.input.omit({ actor: true, personId: true }).strict(),
      answers: changeMailFor,
    },
    ({ call, actor, params, body }) => call(changeMailFor, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/people/{personId}/suspend',
      summary: '承認された人の利用を、理由をつけて停止する。本人にはメールが届き、予約済みのものは残る',
      access: 'staff',
      params: ofPerson,
      body: suspendPermission.input.pick({ expectedVersion: true, reason: true }).strict(),
      answers: suspendPermission,
    },
    ({ call, actor, params, body }) => call(suspendPermission, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/people/{personId}/lift',
      summary: '利用の停止を解く。本人にはメールが届く',
      access: 'staff',
      params: ofPerson,
      body: liftSuspension.input.pick({ expectedVersion: true, reason: true }).strict(),
      answers: liftSuspension,
    },
    ({ call, actor, params, body }) => call(liftSuspension, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/people/{personId}/class',
      summary: '利用者区分を変える。前からの予約はそのままで、変えたことは本人の記録に残る',
      access: 'staff',
      params: ofPerson,
      body: changeClass.input.pick({ expectedVersion: true, classId: true }).strict(),
      answers: changeClass,
    },
    ({ call, actor, params, body }) => call(changeClass, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/people/{personId}/sign-out',
      summary: '本人のすべてのログインを終わらせる',
      access: 'staff',
      params: ofPerson,
      body: z.strictObject({}),
      answers: signOutPerson,
    },
    ({ call, actor, params }) => call(signOutPerson, { actor, ...params }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/people/{personId}/password-help',
      summary: '仮のパスワードを本人のメールに送る（職員には見えない）',
      access: 'staff',
      params: ofPerson,
      body: z.strictObject({}),
      answers: sendPasswordHelp,
    },
    ({ call, actor, params }) => call(sendPasswordHelp, { actor, ...params }),
  ),
] as const
