import { done } from '@asaichi/contract/define.ts'
import { findSession } from '@asaichi/contract/identity/login.ts'
import { getSecondFactor } from '@asaichi/contract/identity/second-factor.ts'
import { invite } from '@asaichi/contract/identity/team.ts'
import { createLog } from '@asaichi/service/log.ts'
import { startBed } from '@asaichi/testkit/bed.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { config } from '../src/config.ts'
import { startApi } from '../src/start.ts'
import { LINK_KEY } from './api-bed.ts'
import { send } from './http-client.ts'
import { PEOPLE } from './neighbours.ts'
import { IDS, INSTANT } from './sample-documents.ts'

const bed = await forThisFile(startBed())
const now = { isFresh: false, mustEnrol: true }
bed.serve(findSession, () => done({ ...PEOPLE.admin, ...now }))
bed.serve(getSecondFactor, () => done({ enrolledAt: null, codesLeft: 0, isRequired: true }))
bed.serve(invite, ({ cityId: _, actor: _actor, language: _language, ...asked }) =>
  done({ ...asked, invitationId: IDS.challenge, expiresAt: INSTANT, isOver: false }),
)
const env = config.parse({ ...bed.nats.envOf('gateway-api'), PORT: '0', LINK_KEY })
const { url } = await forThisFile(startApi(env, createLog('gateway-api', 'silent')))

test('V9, M9: what was done at another front door counts here at once, in spite of what is kept', async () => {
  const ask = async () => {
    const answer = await send(url, ['POST', '/api/cities/mitaka/team/invitations'], {
      cookie: 'session=admin',
      json: { mail: 'new@example.jp', role: 'staff' },
    })
    return answer.status === 201 ? 'done' : answer.json
  }
  expect(await ask()).toMatchObject({ code: 'app-needed' })
  now.mustEnrol = false
  expect(await ask()).toMatchObject({ code: 'step-up-needed' })
  now.isFresh = true
  expect(await ask()).toBe('done')
})
