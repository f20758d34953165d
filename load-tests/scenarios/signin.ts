import { sleep } from 'k6'
import exec from 'k6/execution'
import http from 'k6/http'
import { signin as duration, signinFailed } from '../lib/figures.ts'
import { plan, signers } from '../lib/opened-plan.ts'

const MAIL_TRIES = 60
const MAIL_PAUSE_S = 0.25

/**
 * Password, then the mailed code. A password costs argon2id's work, some 40 a second on a core, so a whole city cannot log in
 * within the last minute, here as little as at a real desk: the pressers' sessions were made before.
 */
export function signin(): void {
  const signer = signers[exec.scenario.iterationInTest]
  if (!signer) return
  const begun = Date.now()
  const challengeId = startLogin(signer)
  const code = challengeId && mailedCode(signer.mail)
  if (code && finishLogin(signer.address, { challengeId, code })) duration.add(Date.now() - begun)
  else signinFailed.add(1)
}

type Signer = (typeof signers)[number]

function startLogin({ mail, address }: Signer): string | undefined {
  const body = { login: { kind: 'mail', mail }, password: plan.password }
  const answer = post(`/api/cities/${plan.cityId}/login`, {
    address,
    body,
    name: 'POST /api/cities/{cityId}/login',
  })
  return answer.status === 202 ? (answer.json('challengeId') as string) : undefined
}

function mailedCode(mail: string): string | undefined {
  for (let tries = 0; tries < MAIL_TRIES; tries++) {
    const answer = http.get(`${plan.mailUrl}/api/mails?to=${encodeURIComponent(mail)}`, {
      tags: { name: 'GET mail catcher', system: 'mail' },
    })
    const { mails } = answer.json() as { mails: { text: string }[] }
    const code = mails
      .map(({ text }) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0])
      .find(found => found !== undefined)
    if (code !== undefined) return code
    sleep(MAIL_PAUSE_S)
  }
  return undefined
}

function finishLogin(
  address: string,
  body: { readonly challengeId: string; readonly code: string },
): boolean {
  return post('/api/login/code', { address, body, name: 'POST /api/login/code' }).status === 200
}

function post(
  path: string,
  { address, body, name }: { readonly address: string; readonly body: object; readonly name: string },
) {
  return http.post(`${plan.baseUrl}${path}`, JSON.stringify(body), {
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    tags: { name },
  })
}
