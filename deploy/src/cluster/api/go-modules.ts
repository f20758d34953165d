import path from 'node:path'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { z } from 'zod'
import { runCommand } from '../../images/run-command.ts'
import { KUBECTL } from '../render.ts'

const GO = path.join(repositoryRoot, 'deploy/cluster/go')
const Downloaded = z.object({ Dir: z.string() })

/** The definitions of the kinds we use, and no others: with all of them the API server would hold a gigabyte. */
const DEFINITIONS = {
  'github.com/cloudnative-pg/cloudnative-pg': [
    'config/crd/bases/postgresql.cnpg.io_clusters.yaml',
    'config/crd/bases/postgresql.cnpg.io_scheduledbackups.yaml',
  ],
  'github.com/cloudnative-pg/plugin-barman-cloud': ['config/crd/bases/barmancloud.cnpg.io_objectstores.yaml'],
  'github.com/prometheus-operator/prometheus-operator': [
    'example/prometheus-operator-crd/monitoring.coreos.com_podmonitors.yaml',
    'example/prometheus-operator-crd/monitoring.coreos.com_prometheusrules.yaml',
  ],
  'sigs.k8s.io/gateway-api': [
    'config/crd/standard/gateway.networking.k8s.io_gateways.yaml',
    'config/crd/standard/gateway.networking.k8s.io_httproutes.yaml',
  ],
} as const satisfies Record<string, readonly string[]>

/** Files of the modules that `deploy/cluster/go/crds` pins. */
export async function definitionFiles(): Promise<readonly string[]> {
  const files = Object.entries(DEFINITIONS).map(async ([module, names]) => {
    const { Dir } = Downloaded.parse(
      JSON.parse(
        await runCommand(['go', 'mod', 'download', '-json', module], { cwd: path.join(GO, 'crds') }),
      ),
    )
    return names.map(name => path.join(Dir, name))
  })
  return (await Promise.all(files)).flat()
}

/** How kwok plays a node and a pod: ready at once, and gone at once. */
export async function stagesOfNodes(): Promise<string> {
  const { Dir } = Downloaded.parse(
    JSON.parse(
      await runCommand(['go', 'mod', 'download', '-json', 'sigs.k8s.io/kwok'], {
        cwd: path.join(GO, 'kwok'),
      }),
    ),
  )
  const stages = ['node/fast', 'node/heartbeat-with-lease', 'pod/fast'].map(stage =>
    runCommand([KUBECTL, 'kustomize', path.join(Dir, 'kustomize/stage', stage)]),
  )
  return (await Promise.all(stages)).join('---\n')
}
