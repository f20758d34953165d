import { createHash } from 'node:crypto'
import net from 'node:net'
import { root, SetupError } from './machine.mjs'
import { MINUTE_MS } from './run.mjs'

/** Two starts at once: the second waits. An abstract socket is the lock, since the kernel frees it however its holder ends. */
export async function alone(work) {
  const name = `\0asaichi-setup-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`
  const limit = Date.now() + 30 * MINUTE_MS
  let told = false
  let lock = await listen(name)
  while (lock === undefined) {
    if (Date.now() > limit)
      throw new SetupError(
        'Another set-up of this folder has not ended in 30 minutes: end it and start again.',
      )
    if (!told) console.log('Another set-up of this folder is running: waiting for it.')
    told = true
    await new Promise(resolve => setTimeout(resolve, 300))
    lock = await listen(name)
  }
  try {
    await work()
  } finally {
    lock.close()
  }
}

function listen(name) {
  return new Promise((resolve, reject) => {
    const server = net.createServer(socket => socket.destroy())
    server.once('error', error => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen(name, () => resolve(server))
  })
}
