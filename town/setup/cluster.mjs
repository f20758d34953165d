import fs from 'node:fs'
import path from 'node:path'
import { at, isExecutable, onPath, ownPrograms, SetupError } from './machine.mjs'
import { MINUTE_MS, reportAndGoOn, runWithProgress } from './run.mjs'

const KUBERNETES = 'v1.37.2'
// Without these flags the programs call themselves v0.0.0.
const VERSION = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version'].flatMap(name => [
  `-X ${name}.gitVersion=${KUBERNETES}`,
  `-X ${name}.gitMajor=1`,
  `-X ${name}.gitMinor=37`,
])

/** Each program, by the module of ours under deploy/cluster/go whose go.sum holds what it is built from. */
const PROGRAMS = {
  kubectl: { module: 'kube', source: 'k8s.io/kubernetes/cmd/kubectl' },
  etcd: { module: 'etcd', source: 'go.etcd.io/etcd/server/v3' },
  'kube-apiserver': { module: 'kube', source: 'k8s.io/kubernetes/cmd/kube-apiserver' },
  'kube-controller-manager': { module: 'kube', source: 'k8s.io/kubernetes/cmd/kube-controller-manager' },
  'kube-scheduler': { module: 'kube', source: 'k8s.io/kubernetes/cmd/kube-scheduler' },
  kwok: { module: 'kwok', source: 'sigs.k8s.io/kwok/cmd/kwok' },
}

/** Renders what is applied. */
export const kubectl = tool(['kubectl'])
/** A control plane of Kubernetes: 16 minutes of a processor's time, once. */
export const cluster = tool(Object.keys(PROGRAMS))

function tool(names) {
  const missing = () => names.filter(name => !isExecutable(path.join(ownPrograms, name)))
  return {
    has: () => missing().length === 0,
    async obtain() {
      fs.mkdirSync(ownPrograms, { recursive: true })
      if (onPath('go')) for (const name of missing()) await build(name).catch(reportAndGoOn)
      if (missing().length === 0) return
      throw new SetupError(`No ${missing().join(', ')}: install Go 1.26, they are then built by themselves.`)
    },
  }
}

async function build(name) {
  const { module, source } = PROGRAMS[name]
  await runWithProgress(
    [
      'go',
      'build',
      '-trimpath',
      '-ldflags',
      ['-s', '-w', ...VERSION].join(' '),
      '-o',
      path.join(ownPrograms, name),
      source,
    ],
    {
      doing: `Building ${name} with Go, once`,
      cwd: at('deploy/cluster/go', module),
      limit_ms: 45 * MINUTE_MS,
      env: { CGO_ENABLED: '0' },
    },
  )
}
