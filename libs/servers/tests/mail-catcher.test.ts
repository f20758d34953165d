import { appendFile, mkdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import nodemailer, { type SendMailOptions } from 'nodemailer'
import { expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { CaughtMail } from '../src/mail-catcher/caught-mail.ts'
import { type MailCatcher, startMailCatcher } from '../src/mail-catcher/mail-catcher.ts'
import { openMailbox } from '../src/mail-catcher/mailbox.ts'

const Mails = z.object({ mails: z.array(CaughtMail) })

test('P13: the kept mails, with the codes in them, are for nobody else to read', async () => {
  const dir = path.join(await ownFolder(), 'mail')
  await mkdir(dir, { mode: 0o755 })
  await writeFile(path.join(dir, 'mails.jsonl'), '', { mode: 0o644 })
  await openMailbox(dir)
  const modes = [dir, path.join(dir, 'mails.jsonl')].map(async place => (await stat(place)).mode & 0o777)
  expect(await Promise.all(modes)).toEqual([0o700, 0o600])
})

test('a mail arrives with its text, HTML, id and recipients', async () => {
  const catcher = await started()
  await send(catcher, {
    to: ['taro@example.jp', 'hana@example.jp'],
    subject: '予約が承認されました',
    text: '鍵の番号: ○○○○○○',
    html: '<p>鍵の番号</p>',
    messageId: '<one@example.jp>',
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Other': 'left out' },
  })
  const [mail] = await mailsOf(catcher)
  expect(mail).toMatchObject({
    to: ['taro@example.jp', 'hana@example.jp'],
    from: 'city@example.jp',
    subject: '予約が承認されました',
    html: '<p>鍵の番号</p>',
    messageId: '<one@example.jp>',
  })
  expect(mail?.text.trim()).toBe('鍵の番号: ○○○○○○')
  expect(mail?.headers).toHaveProperty('auto-submitted', 'auto-generated')
  expect(mail?.headers).not.toHaveProperty('x-other')
})

test('mails are found newest first by recipient, subject, id and instant', async () => {
  const catcher = await started()
  for (const subject of ['一', '二', '三']) await send(catcher, { to: `${subject}@example.jp`, subject })
  const [newest, middle, oldest] = await mailsOf(catcher)
  expect([newest?.subject, middle?.subject, oldest?.subject]).toEqual(['三', '二', '一'])
  const subjectsFor = async (query: string) => (await mailsOf(catcher, query)).map(({ subject }) => subject)
  expect(await subjectsFor(`?to=${encodeURIComponent('二@EXAMPLE.jp')}`)).toEqual(['二'])
  expect(await subjectsFor(`?subject=${encodeURIComponent('三')}`)).toEqual(['三'])
  expect(await subjectsFor(`?after=${oldest?.id}`)).toEqual(['三', '二'])
  expect(await subjectsFor('?after=2099-01-01T00:00:00.000Z')).toEqual([])
  expect((await fetch(`${catcher.httpUrl}/api/mails?after=gestern`)).status).toBe(400)
  expect((await fetch(`${catcher.httpUrl}/api/mails?from=a`)).status).toBe(400)
})

test('mails can be removed', async () => {
  const catcher = await started()
  await send(catcher, { subject: 'gone' })
  expect((await fetch(`${catcher.httpUrl}/api/mails`, { method: 'DELETE' })).status).toBe(204)
  expect(await mailsOf(catcher)).toEqual([])
})

test('the pages show a mail and let nothing of it run', async () => {
  const catcher = await started()
  const script = '<script>alert(1)</script>'
  await send(catcher, {
    subject: script,
    text: `開く: https://example.jp/?a=1&b="x ${script}`,
    html: `<p>こんにちは</p>${script}<img src="https://example.jp/seen.png">`,
  })
  const list = await fetch(`${catcher.httpUrl}/`)
  const [mail] = await mailsOf(catcher)
  const page = await fetch(`${catcher.httpUrl}/mails/${mail?.id}`)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  for (const body of [await list.text(), await page.text()]) {
    expect(body).not.toContain('<script')
    expect(body).not.toContain('<img')
    expect(body).toContain('&lt;script&gt;')
  }
  expect((await fetch(`${catcher.httpUrl}/mails/999`)).status).toBe(404)
})

test('a link in the text can be pressed', async () => {
  const catcher = await started()
  await send(catcher, { text: '確認（https://example.jp/confirm?t=a&u=b）してください。' })
  const [mail] = await mailsOf(catcher)
  const page = await (await fetch(`${catcher.httpUrl}/mails/${mail?.id}`)).text()
  expect(page).toContain('<a href="https://example.jp/confirm?t=a&amp;u=b"')
})

test('mails outlive the process, and a line cut short by a kill costs no other', async () => {
  const dir = await ownFolder()
  const first = await started(dir)
  await send(first, { subject: 'kept' })
  await first.stop()
  await appendFile(path.join(dir, 'mails.jsonl'), '{"id":2,"subject":"cut sh')
  const second = await started(dir)
  await send(second, { subject: 'next' })
  expect((await mailsOf(second)).map(({ id, subject }) => [id, subject])).toEqual([
    [2, 'next'],
    [1, 'kept'],
  ])
})

test('only the newest mails are kept, in memory and on disk', async () => {
  const dir = await ownFolder()
  const mailbox = await openMailbox(dir, 3)
  const mail = {
    to: [],
    from: '',
    text: '',
    html: '',
    messageId: '',
    receivedAt: '',
    headers: {},
    attachments: [],
  }
  for (let number = 1; number <= 8; number++) await mailbox.add({ ...mail, subject: String(number) })
  const kept = ['8', '7', '6']
  expect(mailbox.find({}).map(({ subject }) => subject)).toEqual(kept)
  expect((await openMailbox(dir, 3)).find({}).map(({ subject }) => subject)).toEqual(kept)
})

test('failNext refuses so many mails with the code, and keeps none of them', async () => {
  const catcher = await started()
  catcher.failNext(2, 451)
  await expect(send(catcher, {})).rejects.toMatchObject({ responseCode: 451 })
  await expect(send(catcher, {})).rejects.toMatchObject({ responseCode: 451 })
  expect(await mailsOf(catcher)).toEqual([])
  await send(catcher, { subject: 'third' })
  expect(await mailsOf(catcher)).toHaveLength(1)
})

test('B2, B9: one address can be refused, answered late, or have two dots in its quotes', async () => {
  const catcher = await started()
  const to = (address: string) => send(catcher, { to: { name: '', address } })
  catcher.treat('away@example.jp', { refuseWith: 451 })
  await expect(to('away@example.jp')).rejects.toMatchObject({ responseCode: 451 })
  await to('abc..def@docomo.ne.jp')
  expect(await mailsOf(catcher, `?to=${encodeURIComponent('"abc..def"@docomo.ne.jp')}`)).toHaveLength(1)
  catcher.treat('slow@example.jp', { answerAfterMs: 60_000 })
  const late = to('slow@example.jp').catch(() => 'broken off')
  await vi.waitFor(async () => expect(await mailsOf(catcher, '?to=slow@example.jp')).toHaveLength(1))
  expect(await Promise.race([late, Promise.resolve('still waiting')])).toBe('still waiting')
})

test('dropAfterData keeps the mail and leaves the sender without an answer', async () => {
  const catcher = await started()
  catcher.dropAfterData(1)
  await expect(send(catcher, { subject: 'once' })).rejects.not.toHaveProperty('responseCode')
  expect(await mailsOf(catcher)).toHaveLength(1)
  await send(catcher, { subject: 'twice' })
  expect(await mailsOf(catcher)).toHaveLength(2)
})

async function started(dir?: string): Promise<MailCatcher> {
  const catcher = await startMailCatcher({ smtpPort: 0, httpPort: 0, ...(dir !== undefined && { dir }) })
  onTestFinished(catcher.stop)
  return catcher
}

async function send({ smtpUrl }: MailCatcher, mail: SendMailOptions): Promise<void> {
  const transport = nodemailer.createTransport(smtpUrl)
  await transport.sendMail({ from: 'city@example.jp', to: 'taro@example.jp', subject: '', text: '', ...mail })
}

async function mailsOf({ httpUrl }: MailCatcher, query = '') {
  return Mails.parse(await (await fetch(`${httpUrl}/api/mails${query}`)).json()).mails
}
