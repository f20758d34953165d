import { appendFile, chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { CaughtMail } from './caught-mail.ts'

export type MailFilter = {
  /** One of the recipients, in any case. */
  readonly to?: string | undefined
  /** A part of the subject. */
  readonly subject?: string | undefined
  /** Mails after this id, or received at this instant or later. */
  readonly after?: string | undefined
}

export type Mailbox = {
  readonly add: (mail: Omit<CaughtMail, 'id'>) => Promise<CaughtMail>
  /** Newest first. */
  readonly find: (filter: MailFilter) => readonly CaughtMail[]
  readonly get: (id: number) => CaughtMail | undefined
  readonly clear: () => Promise<void>
}

/** The newest mails, in memory and, when a folder is given, as one JSON line each in a file that survives a restart. */
export async function openMailbox(dir: string | undefined, keep = 10_000): Promise<Mailbox> {
  const file = dir === undefined ? undefined : path.join(dir, 'mails.jsonl')
  let mails = file === undefined ? [] : (await load(file)).slice(-keep)
  let lastId = mails.at(-1)?.id ?? 0
  let lines = mails.length
  // Writes one after another, or two mails at once could end up in one line.
  let writing = Promise.resolve()
  const inTurn = (write: () => Promise<void>) => {
    writing = writing.catch(() => undefined).then(write)
    return writing
  }
  const rewrite = async () => {
    if (file === undefined) return
    lines = mails.length
    await replaceFile(file, mails.map(line).join(''))
  }
  await rewrite()

  return {
    add: async received => {
      lastId += 1
      const mail = { ...received, id: lastId }
      await inTurn(async () => {
        if (file !== undefined) await appendFile(file, line(mail))
        mails = [...mails, mail].slice(-keep)
        lines += 1
        if (lines > 2 * keep) await rewrite()
      })
      return mail
    },
    find: filter => mails.filter(matching(filter)).toReversed(),
    get: id => mails.find(mail => mail.id === id),
    clear: () =>
      inTurn(async () => {
        mails = []
        await rewrite()
      }),
  }
}

function matching({ to, subject, after }: MailFilter): (mail: CaughtMail) => boolean {
  const wanted = to?.toLowerCase()
  const isId = after !== undefined && /^\d+$/.test(after)
  return mail =>
    (wanted === undefined || mail.to.some(address => address.toLowerCase() === wanted)) &&
    (subject === undefined || mail.subject.includes(subject)) &&
    (after === undefined || (isId ? mail.id > Number(after) : mail.receivedAt >= after))
}

async function load(file: string): Promise<CaughtMail[]> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  await chmod(path.dirname(file), 0o700)
  const text = await readFile(file, 'utf8').catch(() => '')
  // The last line may be cut short by a kill in the middle of a write: its sender was not answered and sends again.
  return text.split('\n').flatMap(parsed)
}

function parsed(text: string): CaughtMail[] {
  try {
    return [CaughtMail.parse(JSON.parse(text))]
  } catch {
    return []
  }
}

async function replaceFile(file: string, content: string): Promise<void> {
  // Login and door codes stand in it.
  await writeFile(`${file}.new`, content, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

function line(mail: CaughtMail): string {
  return `${JSON.stringify(mail)}\n`
}
