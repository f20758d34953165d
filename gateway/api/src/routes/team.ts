import { createCity } from '@asaichi/contract/catalog/city.ts'
import {
  acceptInvitation,
  changeRole,
  getInvitation,
  invite,
  listTeam,
  listTeamActs,
  removeMember,
  withdrawInvitation,
} from '@asaichi/contract/identity/team.ts'
import { CityId, PersonId } from '@asaichi/contract/ids.ts'
import { z } from 'zod'
import { wholeNumber } from '../http/query-value.ts'
import { route } from '../http/route.ts'

const inCity = z.object({ cityId: CityId })
const ofMember = inCity.extend({ personId: PersonId })
const acts = listTeamActs.input.shape
const link = getInvitation.input.strict()

/** A new city, and who works for it; under the id `installation`, who runs it. Staff and admins are invited by mail. */
export const teamRoutes = [
  route(
    {
      method: 'post',
      path: '/api/operator/cities',
      summary: '市をつくる。最初の管理者は、続けて招待する',
      access: 'operator',
      body: createCity.input.omit({ actor: true }).strict(),
      answers: createCity,
      status: 201,
    },
    ({ call, actor, body }) => call(createCity, { actor, ...body }),
  ),
  route(
    {
      method: 'get',
      path: '/api/cities/{cityId}/team',
      summary: '市の職員・管理者と、返事を待っている招待',
      access: 'admin-or-operator',
      params: inCity,
      answers: listTeam,
    },
    ({ call, actor, params }) => call(listTeam, { actor, ...params }),
  ),
  route(
    {
      method: 'get',
      path: '/api/cities/{cityId}/team/acts',
      summary: '招待・役割の変更・外した記録（新しい順）',
      access: 'admin-or-operator',
      params: inCity,
      query: z.strictObject({ after: acts.after, limit: wholeNumber(acts.limit.unwrap()).optional() }),
      answers: listTeamActs,
    },
    ({ call, actor, params, query }) => call(listTeamActs, { actor, ...params, ...query }),
  ),
  route(
    {
      method: 'post',
      path: '/api/cities/{cityId}/team/invitations',
      summary: '招待のメールを送る（72時間、1回だけ）。同じ人にもう一度送ると、前のリンクは使えなくなる',
      access: 'admin-or-operator',
      params: inCity,
      body: invite.input.pick({ mail: true, role: true, language: true }).strict(),
      answers: invite,
      status: 201,
    },
    ({ call, actor, params, body }) => call(invite, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'delete',
      path: '/api/cities/{cityId}/team/invitations/{invitationId}',
      summary: '招待を取り下げる',
      access: 'admin-or-operator',
      params: inCity.extend({ invitationId: withdrawInvitation.input.shape.invitationId }),
      answers: withdrawInvitation,
    },
    ({ call, actor, params }) => call(withdrawInvitation, { actor, ...params }),
  ),
  route(
    {
      method: 'post',
      path: '/api/cities/{cityId}/team/{personId}/role',
      summary: '役割を変える。その人のログインは終わる',
      access: 'admin-or-operator',
      params: ofMember,
      body: changeRole.input.pick({ role: true }).strict(),
      answers: changeRole,
    },
    ({ call, actor, params, body }) => call(changeRole, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'delete',
      path: '/api/cities/{cityId}/team/{personId}',
      summary: '職員・管理者から外す。利用者としての登録は残る',
      access: 'admin-or-operator',
      params: ofMember,
      answers: removeMember,
    },
    ({ call, actor, params }) => call(removeMember, { actor, ...params }),
  ),
  route(
    {
      method: 'post',
      path: '/api/invitations/look',
      summary: '招待の中身を見る（リンクは使われない）',
      access: 'anyone',
      body: link,
      answers: getInvitation,
    },
    ({ call, body }) => call(getInvitation, body),
  ),
  route(
    {
      method: 'post',
      path: '/api/invitations/accept',
      summary: '招待を受ける。登録のないアドレスなら account も送る',
      access: 'anyone',
      body: acceptInvitation.input
        .extend({
          account: acceptInvitation.input.shape.account.unwrap().strict().optional(),
        })
        .strict(),
      answers: acceptInvitation,
    },
    ({ call, body }) => call(acceptInvitation, body),
  ),
] as const
