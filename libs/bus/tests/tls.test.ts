import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { natsUsers } from '@asaichi/bus/nats-users.ts'
import { natsProgram } from '@asaichi/servers/nats-server.ts'
import { ownProcess } from '@asaichi/servers/processes/owned-process.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import { busEnv } from '@asaichi/service/env.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { expect, onTestFinished, test } from 'vitest'
import { openLink } from '../src/link.ts'
import { newSeed } from '../src/nkeys.ts'

const run = promisify(execFile)

test('P3: with a certificate authority the line is sealed, and servers that ask for a certificate get ours', async () => {
  const dir = await ownFolder()
  const certificate = await selfSigned(dir, 'town')
  const NATS_SEED = newSeed()
  const NATS_URL = await sealedServer(dir, NATS_SEED)
  const nats = {
    NATS_URL,
    NATS_SEED,
    NATS_TLS_CA: certificate.cert,
    NATS_TLS_CERT: certificate.cert,
    NATS_TLS_KEY: certificate.key,
  }
  await using link = await openLink({ nats, party: 'beacon', absent: 'fail' })
  expect(link.connection.info).toMatchObject({ tls_required: true, tls_verify: true })
  const stranger = await selfSigned(dir, 'stranger')
  const refused = [
    { NATS_URL, NATS_SEED },
    { ...nats, NATS_TLS_CA: stranger.cert },
    { ...nats, NATS_TLS_CERT: stranger.cert, NATS_TLS_KEY: stranger.key },
  ]
  for (const other of refused)
    await expect(openLink({ nats: other, party: 'beacon', absent: 'fail' })).rejects.toThrow()
})

test('P3: who we are is no part of a URL, which logs and tables show', () => {
  const NATS_SEED = newSeed()
  const reads = (NATS_URL: string) => busEnv.safeParse({ NATS_URL, NATS_SEED }).success
  expect(reads('nats://one:4222,nats://two:4222')).toBe(true)
  expect(reads('nats://user:password@one:4222')).toBe(false)
  expect(reads('nats://one:4222, nats://two:4222')).toBe(false)
})

async function sealedServer(dir: string, seed: string): Promise<string> {
  const port = await freePort()
  const program = await natsProgram({ dir, port, users: natsUsers([['beacon', seed]]) })
  const tls = ['--tls', '--tlsverify', ...files(dir)]
  const server = await ownProcess({ ...program, args: [...program.args, ...tls] }, path.join(dir, 'nats.log'))
  onTestFinished(server.stop)
  // A certificate is for a name; the client has none to compare where the URL is a number.
  return program.url.replace('127.0.0.1', 'localhost')
}

function files(dir: string): readonly string[] {
  const { cert, key } = pair(dir, 'town')
  return ['--tlscert', cert, '--tlskey', key, '--tlscacert', cert]
}

async function selfSigned(dir: string, name: string): Promise<ReturnType<typeof pair>> {
  const { cert, key } = pair(dir, name)
  const about = ['-subj', `/CN=${name}`, '-addext', 'subjectAltName=DNS:localhost', '-days', '1']
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  await run('openssl', ['req', '-x509', ...curve, '-keyout', key, '-out', cert, ...about])
  return { cert, key }
}

function pair(dir: string, name: string) {
  return { cert: path.join(dir, `${name}.crt`), key: path.join(dir, `${name}.key`) }
}
