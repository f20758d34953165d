import { approvePermission, listApplicants, returnPermission } from '@asaichi/contract/identity/staff.ts'
import { OccupancyId, PersonId, ReservationId } from '@asaichi/contract/ids.ts'
import { listDoors } from '@asaichi/contract/lock/door-codes.ts'
import { listMails, markTold, openLetter, sendMailAgain } from '@asaichi/contract/notification/mails.ts'
import { cancel } from '@asaichi/contract/reservation/reservation.ts'
import {
  approve,
  holdSpace,
  listApplications,
  refuseApplication,
  releaseHold,
} from '@asaichi/contract/reservation/staff.ts'
import { z } from 'zod'
import { wholeNumber } from '../http/query-value.ts'
import { route } from '../http/route.ts'

const ofPerson = z.object({ personId: PersonId })
const ofReservation = z.object({ reservationId: ReservationId })
const applicants = listApplicants.input.shape
const applications = listApplications.input.shape
const mails = listMails.input.shape

/** The desk of a city's staff; the city is the one of their session (M7, M26, G13). */
export const staffRoutes = [
  route(
    {
      method: 'get',
      path: '/api/staff/applicants',
      summary: '利用申請をした人。古い順',
      access: 'staff',
      query: z.strictObject({
        status: applicants.status.unwrap().optional(),
        after: applicants.after,
        limit: wholeNumber(applicants.limit.unwrap()).optional(),
      }),
      answers: listApplicants,
    },
    ({ call, actor, query }) => call(listApplicants, { actor, ...query }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/applicants/{personId}/approve',
      summary: '利用申請を承認する。本人を確かめた方法を記録する',
      access: 'staff',
      params: ofPerson,
      body: approvePermission.input
        .pick({ expectedVersion: true, classId: true })
        .extend({ contact: approvePermission.input.shape.contact.unwrap().strict().optional() })
        .strict(),
      answers: approvePermission,
    },
    ({ call, actor, params, body }) => call(approvePermission, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/applicants/{personId}/return',
      summary: '利用申請を理由をつけて差し戻す',
      access: 'staff',
      params: ofPerson,
      body: returnPermission.input.pick({ expectedVersion: true, reason: true }).strict(),
      answers: returnPermission,
    },
    ({ call, actor, params, body }) => call(returnPermission, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'get',
      path: '/api/staff/applications',
      summary: '予約の申込み。回答期限の近い順',
      access: 'staff',
      query: z.strictObject({
        status: applications.status.unwrap().optional(),
        venueId: applications.venueId,
        from: applications.from,
        to: applications.to,
        after: applications.after,
        limit: wholeNumber(applications.limit.unwrap()).optional(),
      }),
      answers: listApplications,
    },
    ({ call, actor, query }) => call(listApplications, { actor, ...query }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/reservations/{reservationId}/approve',
      summary: '申込みを承認する。予約番号が付く',
      access: 'staff',
      params: ofReservation,
      body: approve.input.pick({ expectedVersion: true }).strict(),
      answers: approve,
    },
    ({ call, actor, params, body }) => call(approve, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/reservations/{reservationId}/refuse',
      summary: '申込みを理由をつけて不承認にする',
      access: 'staff',
      params: ofReservation,
      body: refuseApplication.input.pick({ expectedVersion: true, reason: true }).strict(),
      answers: refuseApplication,
    },
    ({ call, actor, params, body }) => call(refuseApplication, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/reservations/{reservationId}/cancel',
      summary: '予約を市の都合で理由をつけて取り消す',
      access: 'staff',
      params: ofReservation,
      body: cancel.input.pick({ reason: true }).strict(),
      answers: cancel,
    },
    ({ call, actor, params, body }) => call(cancel, { actor, ...params, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/holds',
      summary: '公用または休止で部屋を押さえる',
      access: 'staff',
      body: holdSpace.input.omit({ actor: true }).strict(),
      answers: holdSpace,
      status: 201,
    },
    ({ call, actor, body }) => call(holdSpace, { actor, ...body }),
  ),
  route(
    {
      method: 'delete',
      path: '/api/staff/holds/{occupancyId}',
      summary: '公用または休止の押さえを外す',
      access: 'staff',
      params: z.object({ occupancyId: OccupancyId }),
      answers: releaseHold,
      status: 204,
    },
    ({ call, actor, params }) => call(releaseHold, { actor, ...params }),
  ),
  route(
    {
      method: 'get',
      path: '/api/staff/doors',
      summary: '扉の鍵の様子',
      access: 'staff',
      answers: listDoors,
    },
    ({ call, actor }) => call(listDoors, { actor }),
  ),
  route(
    {
      method: 'get',
      path: '/api/staff/mails',
      summary: 'メールの送信の様子（あて先と本文は出ない）',
      access: 'staff',
      query: z.strictObject({
        status: mails.status,
        personId: mails.personId,
        limit: wholeNumber(mails.limit.unwrap()).optional(),
      }),
      answers: listMails,
    },
    ({ call, actor, query }) => call(listMails, { actor, ...query }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/mails/{mailId}/send-again',
      summary: '届けられなかったメールをもう一度送る',
      access: 'staff',
      params: sendMailAgain.input.pick({ mailId: true }),
      body: z.strictObject({}),
      answers: sendMailAgain,
      status: 202,
    },
    ({ call, actor, params }) => call(sendMailAgain, { actor, ...params }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/mails/{mailId}/letter',
      summary: 'メールのない人への知らせを、印刷する手紙として見る。見たことは本人の記録に残る',
      access: 'staff',
      params: openLetter.input.pick({ mailId: true }),
      body: z.strictObject({}),
      answers: openLetter,
    },
    ({ call, actor, params }) => call(openLetter, { actor, ...params }),
  ),
  route(
    {
      method: 'post',
      path: '/api/staff/mails/{mailId}/told',
      summary: 'メールのない人に、電話・手紙・窓口で伝えたと記録する',
      access: 'staff',
      params: markTold.input.pick({ mailId: true }),
      body: markTold.input.pick({ by: true }).strict(),
      answers: markTold,
    },
    ({ call, actor, params, body }) => call(markTold, { actor, ...params, ...body }),
  ),
] as const
