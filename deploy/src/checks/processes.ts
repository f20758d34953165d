import { config as catalog } from '@asaichi/catalog/config.ts'
import { initEnv, keeperEnv } from '@asaichi/city/config.ts'
import { floorEnv } from '@asaichi/city/floor/config.ts'
import { preflightEnv } from '@asaichi/city/preflight/config.ts'
import { config as frontDoor } from '@asaichi/gateway-api/config.ts'
import { gatewayEnv } from '@asaichi/gateway-lock/config.ts'
import { config as identity } from '@asaichi/identity/config.ts'
import { config as lock } from '@asaichi/lock/config.ts'
import { config as lottery } from '@asaichi/lottery/config.ts'
import { config as notification } from '@asaichi/notification/config.ts'
import { config as reservation } from '@asaichi/reservation/config.ts'
import { z } from 'zod'

/** What a process may be told, and what it must be. */
export type Told = { readonly known: ReadonlySet<string>; readonly required: ReadonlySet<string> }

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  catalog,
  identity,
  lock,
  lottery,
  notification,
  reservation,
  'gateway-api': frontDoor,
  'gateway-lock': gatewayEnv,
  keeper: keeperEnv,
  init: initEnv,
  rush: floorEnv,
  preflight: preflightEnv,
}
/** Node's own, that no schema of ours has. */
const NODES = ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS'] as const

const Shape = z.object({
  properties: z.record(z.string(), z.unknown()),
  required: z.array(z.string()).default([]),
})

/** By the name that its pods have under `app.kubernetes.io/name`; undefined for what is not ours. */
export function toldTo(process: string): Told | undefined {
  const schema = SCHEMAS[process]
  if (schema === undefined) return undefined
  const { properties, required } = Shape.parse(
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  )
  return { known: new Set([...Object.keys(properties), ...NODES]), required: new Set(required) }
}
