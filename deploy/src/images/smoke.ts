import { randomBytes } from 'node:crypto'
import { chmod, chown, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { writeKeys } from '@asaichi/city/write-keys.ts'
import type { Engine } from './engine.ts'
import { IMAGES, tagOf, WEB_DIR } from './image-list.ts'

const READY_MS = 60_000
const UID = 10_001
const NETWORK = 'city'
const DATABASE = 'asaichi'
/** As the pods of `deploy/base` are: nothing can be written but what is mounted, and nothing may be become. */
const CONFINED = [
  '--read-only',
  '--cap-drop',
  'ALL',
  '--security-opt',
  'no-new-privileges',
  '--user',
  `${UID}:${UID}`,
  '--pull',
  'never',
  '--network',
  NETWORK,
]

const NATS_URL = 'NATS_URL=nats://nats:4222'
const OWN_DISK = `/data:uid=${UID},gid=${UID},mode=700`
const NATS_CONFIG = `listen: "0.0.0.0:4222"
max_payload: 1MB
jetstream { store_dir: "/data", max_file_store: 4GB }
include ./users.conf
`

/** Told to each besides its secrets. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  notification: ['SMTP_URL=smtp://relay.invalid:25'],
  lock: ['MQTT_URL=mqtt://gateway-lock:1883'],
  'gateway-api': ['HOST=0.0.0.0', 'PUBLIC_URL=http://localhost:8080', `WEB_DIR=${WEB_DIR}`],
  'gateway-lock': ['MQTT_HOST=0.0.0.0', 'DEVICES_FILE=/site/devices.json', 'DATA_DIR=/data'],
}

/** Starts every image as a city of its own, prints how long each took and what it holds, asks the front door, and stops them all. */
export async function smoke(engine: Engine, dir: string): Promise<void> {
  const { docker } = engine
  await removeAll(engine)
  await docker('network', 'create', NETWORK)
  try {
    await prepare(engine, dir)
    // The services' gateway of locks first: nobody waits for it, but then nothing is logged of its absence.
    const order = ['gateway-lock', ...IMAGES.map(({ name }) => name).filter(name => name !== 'gateway-lock')]
    for (const name of order) await start(engine, { name, dir })
    console.log('\nprocess         ready  memory')
    for (const name of order) console.log(await readyLine(engine, name))
    await askFrontDoor(engine)
    await drawPaper(engine)
    console.log('\nprocess         exit after SIGTERM')
    for (const name of order.toReversed()) console.log(await stopLine(engine, name))
  } finally {
    await removeAll(engine)
    await rm(dir, { recursive: true, force: true })
  }
}

async function prepare(engine: Engine, dir: string): Promise<void> {
  await rm(dir, { recursive: true, force: true })
  await writeKeys(dir, { database: `postgres://postgres:5432/${DATABASE}`, say: () => undefined })
  await startPostgres(engine, dir)
  await startNats(engine, dir)
  await untilLogs(engine, 'nats', /Server is ready/)
  await untilLogs(engine, 'postgres', /ready to accept connections/)
  const init = ['--rm', '--name', 'init', '--env-file', path.join(dir, 'secrets/init.env')]
  const command = [tagOf('city'), 'city/src/main.ts', 'init', '--during-opening']
  const said = await engine.docker('run', ...init, ...CONFINED, '--env', NATS_URL, ...command)
  console.log(`\n${said.trim()}`)
}

async function startPostgres(engine: Engine, dir: string): Promise<void> {
  const told = await readFile(path.join(dir, 'secrets/postgres.env'), 'utf8')
  const password = /password=(.*)/.exec(told)?.[1] ?? ''
  const variables = ['POSTGRES_USER=asaichi', `POSTGRES_PASSWORD=${password}`, `POSTGRES_DB=${DATABASE}`]
  const options = ['--tmpfs', '/tmp', '--tmpfs', OWN_DISK, ...environment(variables)]
  await startConfined(engine, 'postgres', { options })
}

async function startNats(engine: Engine, dir: string): Promise<void> {
  const nats = path.join(dir, 'nats')
  await mkdir(nats)
  await cp(path.join(dir, 'nats-users.conf'), path.join(nats, 'users.conf'))
  await writeFile(path.join(nats, 'nats.conf'), NATS_CONFIG)
  await mine(nats, ['nats.conf', 'users.conf'])
  const options = ['--tmpfs', OWN_DISK, '--volume', `${nats}:/etc/nats:ro`]
  await startConfined(engine, 'nats', { options, command: ['--config', '/etc/nats/nats.conf'] })
}

async function start(
  engine: Engine,
  { name, dir }: { readonly name: string; readonly dir: string },
): Promise<void> {
  const secrets = path.join(dir, 'secrets', `${name === 'city' ? 'keeper' : name}.env`)
  const open = environment([NATS_URL, ...(OPEN[name] ?? [])])
  await startConfined(engine, name, {
    options: [...(await siteOf(name, dir)), '--env-file', secrets, ...open],
  })
}

type Told = { readonly options: readonly string[]; readonly command?: readonly string[] }

async function startConfined({ docker }: Engine, name: string, told: Told): Promise<void> {
  const { options, command = [] } = told
  await docker('run', '--detach', '--name', name, ...CONFINED, ...options, tagOf(name), ...command)
}

function environment(variables: readonly string[]): readonly string[] {
  return variables.flatMap(variable => ['--env', variable])
}

/** What the site's gateway is given: its doors, and a disk. */
async function siteOf(name: string, dir: string): Promise<readonly string[]> {
  if (name !== 'gateway-lock') return []
  const site = path.join(dir, 'site')
  await mkdir(site, { recursive: true })
  const passwordHash = randomBytes(32).toString('hex')
  await writeFile(
    path.join(site, 'devices.json'),
    JSON.stringify([{ lockId: 'hall-front', site: 'hall', passwordHash }]),
  )
  await mine(site, ['devices.json'])
  return ['--volume', `${site}:/site:ro`, '--tmpfs', OWN_DISK]
}

async function mine(folder: string, names: readonly string[]): Promise<void> {
  // The folder above is its owner's alone; the engine mounts this one for the user inside.
  await chmod(folder, 0o755)
  for (const name of names) await chown(path.join(folder, name), UID, UID)
}

async function readyLine(engine: Engine, name: string): Promise<string> {
  const { docker } = engine
  const look = `const r = await fetch('http://127.0.0.1:9090/readyz').catch(() => ({})); process.exit(r.status === 200 ? 0 : 1)`
  for (const until = performance.now() + READY_MS; ; ) {
    const isReady = await docker('exec', name, 'node', '--input-type=module', '--eval', look).then(
      () => true,
      () => false,
    )
    if (isReady) break
    if (performance.now() > until) throw new Error(`${name} is not ready: ${await lastWords(engine, name)}`)
    await pause(200)
  }
  const memory = (await docker('stats', '--no-stream', '--format', '{{.MemUsage}}', name)).split(' ')[0]
  return `${name.padEnd(14)} ${(await secondsToReady(engine, name)).padStart(6)}  ${memory}`
}

/** From its first line to the line that says it serves. */
async function secondsToReady({ docker, logs }: Engine, name: string): Promise<string> {
  const began = Date.parse((await docker('inspect', '--format', '{{.State.StartedAt}}', name)).trim())
  const serving = (await logs(name)).split('\n').find(line => line.includes('"healthPort"'))
  const at = Date.parse(/"time":"([^"]+)"/.exec(serving ?? '')?.[1] ?? '')
  return Number.isNaN(at) ? '–' : `${((at - began) / 1_000).toFixed(1)} s`
}

async function askFrontDoor({ docker }: Engine): Promise<void> {
  const look = `for (const path of ['/', '/api/cities']) { const r = await fetch('http://127.0.0.1:8080' + path); console.log(path, r.status) }`
  const said = (await docker('exec', 'gateway-api', 'node', '--input-type=module', '--eval', look)).trim()
  console.log(`\nfront door: ${said.replaceAll('\n', ', ')}`)
  if (said !== '/ 200\n/api/cities 200')
    throw new Error('The front door does not serve the web app and the cities.')
}

/** A PDF asks for a thread, fonts and a library that no other request of the smoke needs. */
async function drawPaper({ docker }: Engine): Promise<void> {
  const paper = { title: '使用許可書', head: ['第1号'], notes: ['太字も細字も'], issuer: ['三鷹市長'] }
  // A thread takes over how its process was started, and a file is none of `--input-type`.
  const draw = `import(process.cwd() + '/gateway/api/src/papers/papers.ts')
    .then(({ createPapers }) => createPapers().write(${JSON.stringify(paper)}, 'smoke'))
    .then(drawn => console.log(Buffer.from(drawn.value).subarray(0, 5).toString(), drawn.value.length))`
  const said = (await docker('exec', 'gateway-api', 'node', '--eval', draw)).trim()
  console.log(`paper: ${said} bytes`)
  if (!said.startsWith('%PDF-')) throw new Error('The front door draws no PDF.')
}

async function stopLine(engine: Engine, name: string): Promise<string> {
  const { docker } = engine
  const begun = performance.now()
  await docker('stop', '--time', '20', name)
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1)
  const code = (await docker('inspect', '--format', '{{.State.ExitCode}}', name)).trim()
  if (code !== '0')
    throw new Error(`${name} ended with ${code} instead of 0: ${await lastWords(engine, name)}`)
  return `${name.padEnd(14)} ${code} in ${seconds} s`
}

async function untilLogs(engine: Engine, name: string, words: RegExp): Promise<void> {
  for (const until = performance.now() + READY_MS; ; ) {
    if (words.test(await engine.logs(name))) return
    const isUp = (await engine.docker('inspect', '--format', '{{.State.Running}}', name)).trim() === 'true'
    if (!isUp || performance.now() > until)
      throw new Error(`${name} does not start: ${await lastWords(engine, name)}`)
    await pause(200)
  }
}

async function lastWords({ logs }: Engine, name: string): Promise<string> {
  return (await logs(name)).trim().split('\n').slice(-5).join('\n')
}

async function removeAll({ docker }: Engine): Promise<void> {
  const all = (await docker('ps', '--all', '--quiet')).split('\n').filter(Boolean)
  if (all.length > 0) await docker('rm', '--force', '--volumes', ...all)
  await docker('network', 'rm', NETWORK).catch(() => undefined)
}
