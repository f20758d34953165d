import path from 'node:path'
import { natsUsers } from '@asaichi/bus/nats-users.ts'
import { natsProgram } from '@asaichi/servers/nats-server.ts'
import { ownProcess } from '@asaichi/servers/processes/owned-process.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import { busEnv } from '@asaichi/service/env.ts'
import { type Issued, newAuthority } from '@asaichi/testkit/authority.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { expect, onTestFinished, test } from 'vitest'
import { openLink } from '../src/link.ts'
import { newSeed } from '../src/nkeys.ts'

test('P3: with a certificate authority the line is sealed, and servers that ask for a certificate get ours', async () => {
  const dir = await ownFolder()
  const authority = await newAuthority(dir)
  const NATS_SEED = newSeed()
  const NATS_URL = await sealedServer(await authority.issue('nats'), { dir, seed: NATS_SEED })
  const own = await authority.issue('beacon')
  const nats = {
    NATS_URL,
    NATS_SEED,
    NATS_TLS_CA: authority.ca,
    NATS_TLS_CERT: own.cert,
    NATS_TLS_KEY: own.key,
  }
  await using link = await openLink({ nats, party: 'beacon', absent: 'fail' })
  expect(link.connection.info).toMatchObject({ tls_required: true, tls_verify: true })
  const stranger = await newAuthority(dir)
  const strange = await stranger.issue('beacon')
  const refused = [
    { NATS_URL, NATS_SEED },
    { ...nats, NATS_TLS_CA: stranger.ca },
    { ...nats, NATS_TLS_CERT: strange.cert, NATS_TLS_KEY: strange.key },
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

test('several servers in one URL: one that is away is passed over', async () => {
  const dir = await ownFolder()
  const NATS_SEED = newSeed()
  const authority = await newAuthority(dir)
  const here = await sealedServer(await authority.issue('nats'), { dir, seed: NATS_SEED })
  const away = `nats://localhost:${await freePort()}`
  const nats = { NATS_URL: `${away},${here}`, NATS_SEED, NATS_TLS_CA: authority.ca }
  const own = await authority.issue('beacon')
  await using link = await openLink({
    nats: { ...nats, NATS_TLS_CERT: own.cert, NATS_TLS_KEY: own.key },
    party: 'beacon',
    absent: 'fail',
  })
  expect(link.isConnected()).toBe(true)
})

async function sealedServer(
  { cert, key, ca }: Issued,
  { dir, seed }: { readonly dir: string; readonly seed: string },
): Promise<string> {
  const port = await freePort()
  const program = await natsProgram({ dir, port, users: natsUsers([['beacon', seed]]) })
  const tls = ['--tls', '--tlsverify', '--tlscert', cert, '--tlskey', key, '--tlscacert', ca]
  const server = await ownProcess({ ...program, args: [...program.args, ...tls] }, path.join(dir, 'nats.log'))
  onTestFinished(server.stop)
  // A certificate is for a name; the client has none to compare where the URL is a number.
  return program.url.replace('127.0.0.1', 'localhost')
}
