import { NEW_OFFICE } from '@asaichi/testkit/demo-city.ts'
import type { RouteSample } from './route-sample.ts'
import { HANAKO, IDS } from './sample-documents.ts'

const { mail: _, ...PROFILE } = HANAKO
const json = { 'content-type': 'application/json' }

const TEAM: RouteSample['expected'] = [401, 403, 403, 200, 200, 200]
const CODE = '123456'

type Rows = Readonly<Record<'OPEN' | 'ADMIN', RouteSample['expected']>>

/** The rows of the matrix for teams, and for making a city. */
export function teamSamples({ OPEN, ADMIN }: Rows): Readonly<Record<string, RouteSample>> {
  const team = '/api/cities/mitaka/team'
  return {
    'GET /api/cities/{cityId}/team': { path: team, expected: ADMIN, operator: 200 },
    'GET /api/cities/{cityId}/team/acts': { path: `${team}/acts?limit=10`, expected: ADMIN, operator: 200 },
    'GET /api/cities/{cityId}/acts': {
      path: `/api/cities/mitaka/acts?by=${IDS.staff}&limit=10`,
      expected: ADMIN,
    },
    'POST /api/cities/{cityId}/team/invitations': {
      path: `${team}/invitations`,
      json: { mail: 'new@example.jp', role: 'admin' },
      expected: [401, 403, 403, 403, 403, 201],
      operator: 201,
    },
    'DELETE /api/cities/{cityId}/team/invitations/{invitationId}': {
      path: `${team}/invitations/${IDS.challenge}`,
      headers: json,
      expected: ADMIN,
      operator: 200,
    },
    'POST /api/cities/{cityId}/team/{personId}/role': {
      path: `${team}/${IDS.staff}/role`,
      json: { role: 'admin' },
      expected: ADMIN,
      operator: 200,
    },
    'DELETE /api/cities/{cityId}/team/{personId}': {
      path: `${team}/${IDS.staff}`,
      headers: json,
      expected: ADMIN,
      operator: 200,
    },
    'DELETE /api/cities/{cityId}/team/{personId}/second-factor': {
      path: `${team}/${IDS.staff}/second-factor`,
      headers: json,
      expected: ADMIN,
      operator: 200,
    },
    'GET /api/second-factor': { expected: TEAM, operator: 200 },
    'POST /api/second-factor': { json: {}, expected: TEAM, operator: 200 },
    'POST /api/second-factor/confirm': { json: { code: CODE }, expected: TEAM, operator: 200 },
    'POST /api/step-up': { json: {}, expected: [401, 403, 403, 202, 202, 202], operator: 202 },
    'POST /api/step-up/code': {
      json: { challengeId: IDS.challenge, code: CODE },
      expected: TEAM,
      operator: 200,
    },
    'POST /api/operator/cities': {
      json: { cityId: 'asahi', name: '朝日市', office: NEW_OFFICE },
      expected: [401, 403, 403, 403, 403, 403],
      operator: 201,
    },
    'POST /api/invitations/look': { json: { token: 'right' }, expected: OPEN },
    'POST /api/invitations/accept': {
      json: { token: 'right', account: { ...PROFILE, password: 'correct horse', language: 'ja' } },
      expected: OPEN,
    },
  }
}
