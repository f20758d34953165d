import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { ALL_SERVICES } from '@asaichi/contract/town/town.ts'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import { expect, onTestFinished, test } from 'vitest'

const MAIN = path.join(repositoryRoot, 'city/src/preflight/main.ts')
const EVERYBODY = [...ALL_SERVICES, 'gateway-api', 'keeper']

test('the pre-flight looks at every process and asks the front door, and says warm', async () => {
  const city = await startCity()
  expect(await preflight(city)).toEqual({ code: 0, said: 'Warm: 8 processes are ready for seven o’clock.\n' })
})

test('it names who is away and what the front door answered, and fails', async () => {
  const { env, servers } = await startCity({ door: 503 })
  servers.at(-1)?.close()
  servers.at(-1)?.closeAllConnections()
  expect(await preflight({ env: { ...env, FLOOR_RESERVATION: '2' } })).toEqual({
    code: 1,
    said: [
      '1 of reservation ready, and there should be 2.',
      '0 of keeper ready, and there should be 1.',
      'The front door answers 503.\n',
    ].join('\n'),
  })
})

// Each process has an address of its own, as pods behind one name have.
async function startCity({ door = 200 } = {}) {
  const port = await freePort()
  const hosts = EVERYBODY.map((_, index) => `127.0.0.${index + 2}`)
  const servers = await Promise.all(
    EVERYBODY.map((name, index) =>
      listen(`service_ready{process="${name}"} 1\n`, { port, host: hosts[index] }),
    ),
  )
  const doorPort = await freePort()
  await listen('[]', { port: doorPort, host: '127.0.0.1', status: door })
  const env = {
    FIGURES: hosts.join(','),
    FIGURES_PORT: String(port),
    FRONT_DOOR: `http://127.0.0.1:${doorPort}`,
  }
  return { env, servers }
}

async function listen(
  body: string,
  { port, host = '127.0.0.1', status = 200 }: { port: number; host: string | undefined; status?: number },
): Promise<Server> {
  const server = createServer((_, response) => response.writeHead(status).end(body))
  await new Promise<void>(resolve => server.listen(port, host, resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return server
}

function preflight({ env }: { readonly env: Readonly<Record<string, string>> }) {
  return new Promise<{ readonly code: number; readonly said: string }>(resolve => {
    execFile(process.execPath, [MAIN], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: `${stdout}${stderr}` }),
    )
  })
}
