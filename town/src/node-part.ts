import path from 'node:path'
import { defaultTownFolder, repositoryRoot } from '@asaichi/servers/folders.ts'
import type { Part } from './processes/supervised.ts'
import type { PortName, TownPorts } from './town-ports.ts'

export type NodePart = {
  readonly name: string
  readonly main: string
  readonly health: PortName
  readonly yields?: boolean
  readonly ports?: readonly PortName[]
  readonly dependsOn?: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

// Several times what any process needs; one that grows without bound ends here, and is started again with a line that says so.
const MOST_HEAP_MB = 1_024
// V8 shrinks the space of young objects with the heap's limit, which costs the gateway a third of its answers a second.
const YOUNG_MB = 64

/**
 * EXIT_WITH_PARENT=1 asks a process to drain and end when its stdin ends: the supervisor holds the other side of that
 * pipe and cannot keep it open when it is killed.
 */
export function nodePart(
  { ports }: { readonly ports: TownPorts },
  { name, main, health, yields = false, ports: own = [], dependsOn, env }: NodePart,
): Part {
  const healthPort = ports[health]
  return {
    name,
    command: process.execPath,
    args: [
      `--max-old-space-size=${MOST_HEAP_MB}`,
      `--max-semi-space-size=${YOUNG_MB}`,
      path.join(repositoryRoot, main),
    ],
    env: {
      HEALTH_PORT: String(healthPort.port),
      PUBLIC_URL: `http://localhost:${ports.API.port}`,
      TOWN_CLOCK: 'movable',
      EXIT_WITH_PARENT: '1',
      NODE_COMPILE_CACHE: path.join(defaultTownFolder, 'cache'),
      ...env,
    },
    ready: { kind: 'http', url: `http://127.0.0.1:${healthPort.port}/readyz` },
    yields,
    ports: [healthPort, ...own.map(name => ports[name])],
    ...(dependsOn && { dependsOn }),
  }
}
