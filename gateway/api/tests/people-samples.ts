import type { RouteSample } from './route-sample.ts'
import { IDS } from './sample-documents.ts'

export const PASSWORD_HELP = {
  memberNumber: '1234567',
  name: '三鷹 花子',
  birthDate: '1980-04-01',
  mail: 'hanako@example.jp',
}

type Rows = Readonly<Record<'ACCEPTED' | 'LOGGED_IN' | 'STAFF' | 'DESK', RouteSample['expected']>>

/** The rows of the matrix for accounts: a person's own, and those staff look after. */
export function peopleSamples({
  ACCEPTED,
  LOGGED_IN,
  STAFF,
  DESK,
}: Rows): Readonly<Record<string, RouteSample>> {
  return {
    'POST /api/cities/{cityId}/password-help': {
      path: '/api/cities/mitaka/password-help',
      json: PASSWORD_HELP,
      expected: ACCEPTED,
    },
    'POST /api/password': { json: { newPassword: 'correct horse' }, expected: LOGGED_IN },
    'GET /api/me/profile': { expected: LOGGED_IN },
    'POST /api/me/profile': { json: { phone: '090-1111-2222' }, expected: LOGGED_IN },
    'POST /api/me/mail': {
      json: { mail: 'new@example.jp', currentPassword: 'correct horse' },
      expected: [401, 202, 202, 202, 202, 202],
    },
    'POST /api/me/mail/code': {
      json: { changeId: IDS.challenge, code: '１２３４５６' },
      expected: LOGGED_IN,
    },
    'POST /api/me/language': { json: { language: 'ja-easy' }, expected: LOGGED_IN },
    'POST /api/me/data': { json: { password: 'correct horse' }, expected: LOGGED_IN },
    'POST /api/me/withdrawal': { json: { password: 'correct horse' }, expected: LOGGED_IN },
    'GET /api/me/acts': { path: '/api/me/acts?after=12&limit=10', expected: LOGGED_IN },

    'GET /api/staff/applicants/counts': { expected: STAFF },
    'POST /api/staff/applicants/{personId}/contacts': {
      path: `/api/staff/applicants/${IDS.resident}/contacts`,
      json: { by: 'phone', outcome: 'no-answer', note: '留守番電話' },
      expected: [401, 403, 403, 404, 201, 201],
    },
    'POST /api/staff/people/search': { json: { query: 'ミタカ' }, expected: STAFF },
    'POST /api/staff/people': {
      headers: { 'idempotency-key': 'samplekey-counter' },
      json: {
        person: {
          name: '三鷹 梅',
          kana: 'ミタカ ウメ',
          birthDate: '1949-04-01',
          postalCode: '181-0001',
          address: '三鷹市井の頭9-9-9',
          phone: '0422-11-2222',
        },
        acceptedTermsVersion: '2024-04',
        contact: { by: 'counter', note: '保険証' },
        permission: 'approved',
      },
      expected: [401, 403, 403, 201, 201, 201],
    },
    'POST /api/staff/people/{personId}/suspend': {
      path: `/api/staff/people/${IDS.resident}/suspend`,
      json: { expectedVersion: 1, reason: '無断で使わない日が続いたため' },
      expected: DESK,
    },
    'POST /api/staff/people/{personId}/lift': {
      path: `/api/staff/people/${IDS.resident}/lift`,
      json: { expectedVersion: 1, reason: '停止の期間が終わったため' },
      expected: DESK,
    },
    'POST /api/staff/people/{personId}/class': {
      path: `/api/staff/people/${IDS.resident}/class`,
      json: { expectedVersion: 1, classId: 'outside' },
      expected: DESK,
    },
    'POST /api/staff/people/{personId}/sign-out': {
      path: `/api/staff/people/${IDS.resident}/sign-out`,
      json: {},
      expected: DESK,
    },
    'POST /api/staff/people/{personId}/password-help': {
      path: `/api/staff/people/${IDS.resident}/password-help`,
      json: {},
      expected: DESK,
    },
    'GET /api/me/sessions': { expected: LOGGED_IN },
    'POST /api/me/sessions/{sessionId}/end': {
      path: `/api/me/sessions/${IDS.challenge}/end`,
      json: {},
      expected: LOGGED_IN,
    },
    'POST /api/staff/people/{personId}/mail': {
      path: `/api/staff/people/${IDS.resident}/mail`,
      json: { mail: 'new@example.jp', contact: { by: 'counter', note: '運転免許証' } },
      expected: DESK,
    },
    'GET /api/staff/people/{personId}': { path: `/api/staff/people/${IDS.resident}`, expected: DESK },
  }
}
