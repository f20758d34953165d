import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { realpathSync } from 'node:fs'
import net from 'node:net'

/**
 * Claims a folder for this process; undefined when another has it. The kernel frees an abstract socket however its
 * holder ends, so nothing is left behind that could block the next start.
 */
export async function claimFolder(dir: string): Promise<AsyncDisposable | undefined> {
  const server = net.createServer(socket => socket.destroy())
  server.listen(
    `\0asaichi-folder-${createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, 16)}`,
  )
  try {
    await once(server, 'listening')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return undefined
    throw error
  }
  return server
}
