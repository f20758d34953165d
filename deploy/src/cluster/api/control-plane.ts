import { type ChildProcess, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { access, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import { runCommand } from '../../images/run-command.ts'
import { type Certificates, makeCertificates } from './certificates.ts'
import { stagesOfNodes } from './go-modules.ts'

/** An API server with etcd, its controllers and a scheduler on loopback; its nodes and whatever runs on them are played by kwok. */
export type ControlPlane = {
  readonly url: string
  readonly caFile: string
  readonly kubectl: (...args: readonly string[]) => Promise<string>
} & AsyncDisposable

const BIN = path.join(repositoryRoot, '.town/bin')
const PROGRAMS = [
  'kubectl',
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kwok',
] as const
const READY_MS = 60_000
const STOP_MS = 5_000
/** Users by their tokens, of a server that nobody but this machine reaches and that is gone in a minute. */
const USERS = {
  admin: { token: 'admin-token', line: 'admin-token,admin,admin,system:masters' },
  controllers: {
    token: 'controllers-token',
    line: 'controllers-token,system:kube-controller-manager,controllers',
  },
  scheduler: { token: 'scheduler-token', line: 'scheduler-token,system:kube-scheduler,scheduler' },
} as const

type Plane = {
  readonly dir: string
  readonly certificates: Certificates
  readonly ports: Readonly<Record<'etcd' | 'peers' | 'api' | 'controllers' | 'scheduler' | 'kwok', number>>
  readonly running: { readonly child: ChildProcess; readonly name: string }[]
}

export async function startControlPlane(dir: string): Promise<ControlPlane> {
  await requirePrograms()
  await rm(dir, { recursive: true, force: true })
  await mkdir(dir, { recursive: true })
  const plane: Plane = {
    dir,
    certificates: await makeCertificates(path.join(dir, 'pki')),
    ports: {
      etcd: await freePort(),
      peers: await freePort(),
      api: await freePort(),
      controllers: await freePort(),
      scheduler: await freePort(),
      kwok: await freePort(),
    },
    running: [],
  }
  const stop = () => stopAll(plane)
  try {
    const url = `https://127.0.0.1:${plane.ports.api}`
    await writeFile(
      path.join(dir, 'users.csv'),
      Object.values(USERS)
        .map(({ line }) => `${line}\n`)
        .join(''),
    )
    for (const [name, { token }] of Object.entries(USERS)) await writeKubeconfig(plane, { name, token, url })
    const kubeconfig = path.join(dir, 'admin.kubeconfig')
    const kubectl = (...args: readonly string[]) =>
      runCommand([path.join(BIN, 'kubectl'), '--kubeconfig', kubeconfig, ...args])
    startEtcd(plane)
    startApiServer(plane)
    await untilReady(plane, kubectl)
    await startWorkers(plane)
    return { url, caFile: plane.certificates.file('ca.crt'), kubectl, [Symbol.asyncDispose]: stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function requirePrograms(): Promise<void> {
  for (const name of PROGRAMS)
    await access(path.join(BIN, name)).catch(() => {
      throw new Error(
        `No ${name}: node town/setup.mjs --with cluster builds a control plane with Go, once; it takes 16 minutes of a processor.`,
      )
    })
}

function startEtcd({ dir, ports, running }: Plane): void {
  const clients = `http://127.0.0.1:${ports.etcd}`
  const peers = `http://127.0.0.1:${ports.peers}`
  running.push(
    start(dir, 'etcd', [
      `--data-dir=${path.join(dir, 'etcd')}`,
      `--listen-client-urls=${clients}`,
      `--advertise-client-urls=${clients}`,
      `--listen-peer-urls=${peers}`,
      `--initial-advertise-peer-urls=${peers}`,
      `--initial-cluster=default=${peers}`,
      '--unsafe-no-fsync',
      '--log-level=warn',
    ]),
  )
}

function startApiServer({ dir, certificates: { dir: pki, file }, ports, running }: Plane): void {
  running.push(
    start(dir, 'kube-apiserver', [
      `--etcd-servers=http://127.0.0.1:${ports.etcd}`,
      '--bind-address=127.0.0.1',
      `--secure-port=${ports.api}`,
      `--cert-dir=${pki}`,
      `--tls-cert-file=${file('server.crt')}`,
      `--tls-private-key-file=${file('server.key')}`,
      `--client-ca-file=${file('ca.crt')}`,
      `--requestheader-client-ca-file=${file('ca.crt')}`,
      '--requestheader-allowed-names=front-proxy',
      '--requestheader-username-headers=X-Remote-User',
      '--requestheader-group-headers=X-Remote-Group',
      '--requestheader-extra-headers-prefix=X-Remote-Extra-',
      `--proxy-client-cert-file=${file('proxy.crt')}`,
      `--proxy-client-key-file=${file('proxy.key')}`,
      '--service-cluster-ip-range=10.96.0.0/16',
      '--service-account-issuer=https://kubernetes.default.svc',
      `--service-account-signing-key-file=${file('accounts.key')}`,
      `--service-account-key-file=${file('accounts.pub')}`,
      `--token-auth-file=${path.join(dir, 'users.csv')}`,
      '--authorization-mode=RBAC',
      '--endpoint-reconciler-type=none',
    ]),
  )
}

/** Only once the API server is ready: the controllers end if it is not. */
async function startWorkers({ dir, certificates: { file }, ports, running }: Plane): Promise<void> {
  const as = (name: string) => {
    const own = path.join(dir, `${name}.kubeconfig`)
    return [`--kubeconfig=${own}`, `--authentication-kubeconfig=${own}`, `--authorization-kubeconfig=${own}`]
  }
  const local = ['--leader-elect=false', '--bind-address=127.0.0.1']
  running.push(
    start(dir, 'kube-controller-manager', [
      ...as('controllers'),
      ...local,
      `--secure-port=${ports.controllers}`,
      `--service-account-private-key-file=${file('accounts.key')}`,
      `--root-ca-file=${file('ca.crt')}`,
      '--use-service-account-credentials=true',
      `--cluster-signing-cert-file=${file('ca.crt')}`,
      `--cluster-signing-key-file=${file('ca.key')}`,
    ]),
    start(dir, 'kube-scheduler', [...as('scheduler'), ...local, `--secure-port=${ports.scheduler}`]),
  )
  const stages = path.join(dir, 'stages.yaml')
  await writeFile(stages, await stagesOfNodes())
  running.push(
    start(dir, 'kwok', [
      `--kubeconfig=${path.join(dir, 'admin.kubeconfig')}`,
      '--manage-all-nodes=true',
      '--cidr=10.0.0.0/24',
      '--node-ip=10.0.0.1',
      `--config=${stages}`,
      '--node-lease-duration-seconds=40',
      `--server-address=127.0.0.1:${ports.kwok}`,
    ]),
  )
}

function start(dir: string, name: string, args: readonly string[]): Plane['running'][number] {
  const log = openSync(path.join(dir, `${name}.log`), 'w')
  return { name, child: spawn(path.join(BIN, name), args, { stdio: ['ignore', log, log] }) }
}

async function untilReady({ dir, running }: Plane, kubectl: ControlPlane['kubectl']): Promise<void> {
  for (const until = performance.now() + READY_MS; ; ) {
    const ended = running.find(({ child }) => child.exitCode !== null)
    if (ended) throw new Error(`${ended.name} ended at its start: ${path.join(dir, ended.name)}.log`)
    const said = await kubectl('get', '--raw', '/readyz').catch(() => '')
    if (said === 'ok') return
    if (performance.now() > until) throw new Error(`The API server is not ready: ${dir}/kube-apiserver.log`)
    await pause(200)
  }
}

async function writeKubeconfig(
  { dir, certificates }: Plane,
  { name, token, url }: { readonly name: string; readonly token: string; readonly url: string },
): Promise<void> {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      { name: 'own', cluster: { server: url, 'certificate-authority': certificates.file('ca.crt') } },
    ],
    users: [{ name, user: { token } }],
    contexts: [{ name: 'own', context: { cluster: 'own', user: name } }],
    'current-context': 'own',
  }
  await writeFile(path.join(dir, `${name}.kubeconfig`), JSON.stringify(config), { mode: 0o600 })
}

/** In the opposite order; the API server lingers for minutes once etcd is gone. */
async function stopAll({ running }: Plane): Promise<void> {
  for (const { child } of running.toReversed()) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const ended = new Promise<void>(resolve => void child.once('exit', () => resolve()))
    child.kill('SIGTERM')
    const cut = new AbortController()
    await Promise.race([ended, pause(STOP_MS, undefined, { signal: cut.signal })])
    cut.abort()
    child.kill('SIGKILL')
    await ended
  }
}
