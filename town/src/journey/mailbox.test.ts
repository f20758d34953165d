import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { Mailbox } from './mailbox.ts'

test('M9: the login code is read from its own mail, whatever a newer mail says of such codes', async () => {
  const mailbox = new Mailbox(
    await catcherOf([
      {
        id: 2,
        subject: 'メールアドレスが変わりました',
        text: '認証番号は、これからこのアドレスに届きます。',
        attachments: [],
      },
      {
        id: 1,
        subject: 'ログインの認証番号',
        text: '次の6桁の数字を入れてください。\n\n認証番号：048291\n',
        attachments: [],
      },
    ]),
  )
  expect(await mailbox.loginCode('who@example.jp', new Set())).toEqual({ id: 1, code: '048291' })
})

async function catcherOf(mails: readonly object[]): Promise<string> {
  const server = createServer((_, response) => response.end(JSON.stringify({ mails })))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
