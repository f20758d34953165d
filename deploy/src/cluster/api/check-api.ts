import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { z } from 'zod'
import { runCommand } from '../../images/run-command.ts'
import { type Rendered, renderOverlays } from '../render.ts'
import { type ControlPlane, startControlPlane } from './control-plane.ts'
import { definitionFiles } from './go-modules.ts'
import { TWINS } from './twins.ts'

type Say = (line: string) => void
type Reporting = { readonly papers: string; readonly say: Say }

const NAMESPACE = 'asaichi'
const SERVER_SIDE = ['apply', '--server-side', '--force-conflicts'] as const
const DRY = [...SERVER_SIDE, '--dry-run=server', '--warnings-as-errors'] as const
const WAIT_MS = 120_000

/** Stage B: the overlays in a real API server, with its controllers on three nodes that kwok plays. Throws at the first mistake. */
export async function checkApi(dir: string, say: Say): Promise<void> {
  const begun = performance.now()
  await using plane = await startControlPlane(path.join(dir, 'plane'))
  const { kubectl } = plane
  const papers = path.join(dir, 'papers')
  await mkdir(papers, { recursive: true })
  say(`API server ${await versionOf(kubectl)}, up in ${seconds(begun)}`)
  await prepare(plane, papers)
  const overlays = await renderOverlays(path.join(dir, 'render'))
  await kubectl('create', 'namespace', NAMESPACE)
  await kubectl(
    'label',
    'namespace',
    NAMESPACE,
    ...['enforce', 'warn'].map(mode => `pod-security.kubernetes.io/${mode}=restricted`),
  )
  for (const { overlay, file, objects } of overlays) {
    await kubectl(...DRY, '-f', file)
    say(`${overlay.padEnd(20)} ${objects.length} objects taken without a warning`)
  }
  const production = overlays.find(({ overlay }) => overlay === 'production-example')
  if (production === undefined) throw new Error('There is no overlay production-example.')
  await refuseTwins(plane, production, say)
  await kubectl(...SERVER_SIDE, '-f', production.file)
  await rollOut(plane, say)
  await evict(plane, { papers, say })
  await raise(plane, { papers, say })
  say(`stage B done in ${seconds(begun)}`)
}

const ROOM = { cpu: '32', memory: '64Gi', 'ephemeral-storage': '100Gi', pods: '110' } as const
/** Nobody keeps disks here, so as many lie ready as are asked for. */
const DISKS = 4

async function prepare({ kubectl }: ControlPlane, papers: string): Promise<void> {
  const files = await definitionFiles()
  await kubectl(...SERVER_SIDE, ...files.flatMap(file => ['-f', file]))
  await kubectl('wait', '--for=condition=Established', '--timeout=60s', 'crd', '--all')
  const nodes = ['a', 'b', 'c'].map(zone => ({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: `node-${zone}`,
      labels: { 'topology.kubernetes.io/zone': zone, 'kubernetes.io/hostname': `node-${zone}` },
    },
    status: { allocatable: ROOM, capacity: ROOM },
  }))
  const disks = Array.from({ length: DISKS }, (_, index) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: `disk-${index}` },
    spec: {
      capacity: { storage: '20Gi' },
      accessModes: ['ReadWriteOnce'],
      hostPath: { path: `/disk-${index}` },
    },
  }))
  for (const object of [...nodes, ...disks])
    await kubectl('create', '-f', await paper(papers, object.metadata.name, object))
}

async function paper(papers: string, name: string, object: object): Promise<string> {
  const file = path.join(papers, `${name}.json`)
  await writeFile(file, JSON.stringify(object))
  return file
}

/** The same objects with one mistake in them. */
async function refuseTwins({ kubectl }: ControlPlane, { file, text }: Rendered, say: Say): Promise<void> {
  for (const { what, from, to, refusal } of TWINS) {
    if (!text.includes(from)) throw new Error(`There is nothing to plant: ${from}`)
    const twin = file.replace('.yaml', '.twin.yaml')
    await writeFile(twin, text.replace(from, to))
    const said = await kubectl(...DRY, '-f', twin).then(
      () => undefined,
      (error: unknown) => String(error),
    )
    if (said === undefined) throw new Error(`The API server took ${what}.`)
    if (!refusal.test(said)) throw new Error(`The API server refused ${what} for another reason: ${said}`)
    say(`refused: ${what}`)
  }
}

async function rollOut({ kubectl }: ControlPlane, say: Say): Promise<void> {
  const begun = performance.now()
  await kubectl('-n', NAMESPACE, 'rollout', 'status', 'deployment', '--timeout=120s')
  await kubectl('-n', NAMESPACE, 'rollout', 'status', 'statefulset', '--timeout=120s')
  say(`rolled out in ${seconds(begun)}`)
  const again = performance.now()
  await kubectl('-n', NAMESPACE, 'set', 'env', 'deployment/reservation', 'LOG_LEVEL=debug')
  await kubectl('-n', NAMESPACE, 'rollout', 'status', 'deployment/reservation', '--timeout=120s')
  say(`a change of reservation rolled out in ${seconds(again)}`)
}

const Pods = z.object({ items: z.array(z.object({ metadata: z.object({ name: z.string() }) })) })

/** One replica may go at a time. */
async function evict({ kubectl }: ControlPlane, { papers, say }: Reporting): Promise<void> {
  const found = await kubectl(
    '-n',
    NAMESPACE,
    'get',
    'pods',
    '-l',
    'app.kubernetes.io/name=nats',
    '-o',
    'json',
  )
  const names = Pods.parse(JSON.parse(found)).items.map(({ metadata }) => metadata.name)
  const asked = await Promise.allSettled(
    names.map(async name => {
      const eviction = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace: NAMESPACE } }
      const file = await paper(papers, `evict-${name}`, eviction)
      await kubectl('create', '--raw', `/api/v1/namespaces/${NAMESPACE}/pods/${name}/eviction`, '-f', file)
    }),
  )
  const reasons = asked.flatMap(each => (each.status === 'rejected' ? [String(each.reason)] : []))
  const isByBudget = reasons.every(reason => reason.includes('disruption budget'))
  // Some may go one after the other: a pod that kwok plays is ready again at once.
  if (reasons.length === 0 || reasons.length === names.length || !isByBudget)
    throw new Error(
      `Of ${names.length} evictions at once ${reasons.length} were refused: ${reasons.join('; ')}`,
    )
  say(`of ${names.length} evictions of NATS at once ${reasons.length} refused by its budget`)
}

/** What the CronJob runs, as the account it runs as. */
async function raise({ kubectl, url, caFile }: ControlPlane, { papers, say }: Reporting): Promise<void> {
  const tokenFile = path.join(papers, 'rush.token')
  await writeFile(tokenFile, await kubectl('-n', NAMESPACE, 'create', 'token', 'rush'), { mode: 0o600 })
  const told = { NAMESPACE, KUBERNETES_API: url, TOKEN_FILE: tokenFile, NODE_EXTRA_CA_CERTS: caFile }
  for (const floor of ['6', '2']) {
    await setFloor({ ...told, FLOOR: floor, AUTOSCALERS: 'gateway-api-replicas,reservation-replicas' })
    const least = await kubectl(
      '-n',
      NAMESPACE,
      'get',
      'hpa',
      'reservation-replicas',
      '-o',
      'jsonpath={.spec.minReplicas}',
    )
    if (least !== floor) throw new Error(`The floor of reservation is ${least} instead of ${floor}.`)
    if (floor === '6') await untilReplicas(kubectl, floor)
    say(`rush: reservation has at least ${floor}`)
  }
  const refused = await setFloor({ ...told, FLOOR: '9', AUTOSCALERS: 'keeper' }).then(
    () => '',
    (error: unknown) => String(error),
  )
  if (!/forbidden/.test(refused)) throw new Error('The account of the rush may patch what is not its own.')
  say('rush: its account may patch nothing else')
}

async function setFloor(told: Readonly<Record<string, string>>): Promise<void> {
  const main = path.join(repositoryRoot, 'city/src/floor/main.ts')
  await runCommand([process.execPath, main], { env: told })
}

async function untilReplicas(kubectl: ControlPlane['kubectl'], wanted: string): Promise<void> {
  for (const until = performance.now() + WAIT_MS; ; ) {
    const ready = await kubectl(
      '-n',
      NAMESPACE,
      'get',
      'deployment',
      'reservation',
      '-o',
      'jsonpath={.status.readyReplicas}',
    )
    if (ready === wanted) return
    if (performance.now() > until) throw new Error(`reservation has ${ready} replicas instead of ${wanted}.`)
    await pause(500)
  }
}

const Version = z.object({ gitVersion: z.string() })

async function versionOf(kubectl: ControlPlane['kubectl']): Promise<string> {
  return Version.parse(JSON.parse(await kubectl('get', '--raw', '/version'))).gitVersion
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1_000).toFixed(1)} s`
}
