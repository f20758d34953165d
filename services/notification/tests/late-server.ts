import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/** A mail server that takes every message at once and says so only when told, as one that looks for viruses first. */
export type LateServer = {
  readonly url: string
  /** Messages whose final dot has come. */
  readonly taken: () => number
  /** Answers every message that waits. */
  readonly answer: () => void
  /** Says nothing to the next RCPT, ever. */
  readonly sleepAtRecipient: () => void
} & AsyncDisposable

export async function startLateServer(): Promise<LateServer> {
  const sockets = new Set<Socket>()
  const waiting: Socket[] = []
  let taken = 0
  let sleepy = false
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    let inData = false
    let text = ''
    const say = (line: string) => void socket.write(`${line}\r\n`)
    const hear = (line: string) => {
      if (inData) {
        if (line !== '.') return
        inData = false
        taken += 1
        waiting.push(socket)
      } else if (/^DATA/i.test(line)) {
        inData = true
        say('354 go on')
      } else if (/^RCPT/i.test(line) && sleepy) sleepy = false
      else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
      else say('250 ok')
    }
    say('220 late.example')
    socket.on('data', bytes => {
      const lines = (text + bytes.toString('latin1')).split('\r\n')
      text = lines.pop() ?? ''
      for (const line of lines) hear(line)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    taken: () => taken,
    answer() {
      for (const socket of waiting.splice(0)) socket.write('250 taken\r\n')
    },
    sleepAtRecipient: () => void (sleepy = true),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
