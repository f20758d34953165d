import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { Mailbox } from './mailbox.ts'
import { Visitor } from './visitor.ts'

test('M9: two who want one person’s session at once wait for one login, whose code no second one ends', async () => {
  const asked: string[] = []
  const url = await served(path => {
    asked.push(path)
    if (path === '/api/login/code') return {}
    if (path.endsWith('/login')) return { challengeId: 'one' }
    const logins = asked.filter(each => each.endsWith('/login')).length
    const text = '認証番号：048291'
    return { mails: logins === 0 ? [] : [{ id: logins, subject: 'ログイン', text, attachments: [] }] }
  })
  const identity = { cityId: 'mitaka', login: {}, password: 'p', mail: 'who@example.jp' }
  const visitor = new Visitor(url, new Mailbox(url), identity)
  expect(await Promise.all([visitor.session(), visitor.session()])).toEqual(['session=1', 'session=1'])
  expect(asked.filter(path => path.endsWith('/login'))).toHaveLength(1)
  await visitor.login()
  expect(asked.filter(path => path.endsWith('/login'))).toHaveLength(2)
})

async function served(answer: (path: string) => object): Promise<string> {
  const server = createServer(({ url = '' }, response) => {
    const path = url.split('?')[0] ?? ''
    const body = JSON.stringify(answer(path))
    if (path === '/api/login/code') response.setHeader('set-cookie', 'session=1; Path=/')
    response.end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
