import { freePorts, type NamedPort } from '@asaichi/servers/tcp-port.ts'
import { z } from 'zod'

/** Every port of the town by name; each can be changed by the variable `PORT_<NAME>`. All lie below the outgoing range. */
export const FIXED_PORTS = {
  API: 8080,
  MAIL: 8025,
  SMTP: 18250,
  POSTGRES: 15432,
  NATS: 14222,
  MQTT: 18830,
  KEYPAD_1: 18831,
  KEYPAD_2: 18832,
  KEYPAD_3: 18833,
  BEACON: 18834,
  LOCK_RADIO: 18835,
  HEALTH_IDENTITY: 19101,
  HEALTH_CATALOG: 19102,
  HEALTH_RESERVATION: 19103,
  HEALTH_LOTTERY: 19104,
  HEALTH_NOTIFICATION: 19105,
  HEALTH_LOCK: 19106,
  HEALTH_API: 19107,
  HEALTH_GATEWAY_LOCK: 19108,
  HEALTH_CLOCK: 19109,
  HEALTH_MAIL: 19110,
  HEALTH_KEYPAD_1: 19111,
  HEALTH_KEYPAD_2: 19112,
  HEALTH_KEYPAD_3: 19113,
  HEALTH_BEACON: 19114,
  HEALTH_RESERVATION_2: 19115,
  HEALTH_SIMULATED_LOCKS: 19116,
  HEALTH_BRIDGE: 19117,
} as const

export type PortName = keyof typeof FIXED_PORTS
export type TownPorts = Readonly<Record<PortName, NamedPort>>

const NAMES = z.array(z.enum(Object.keys(FIXED_PORTS) as PortName[])).parse(Object.keys(FIXED_PORTS))
const Port = z.coerce.number().int().min(1).max(65535)

/** `fixed` for people, who write addresses down; `free` for tests, which run side by side. */
export async function townPorts(kind: 'fixed' | 'free'): Promise<TownPorts> {
  const free = kind === 'free' ? await freePorts(NAMES.length) : []
  const entries = NAMES.map((name, index): [PortName, NamedPort] => {
    const variable = `PORT_${name}`
    return [name, { variable, port: free[index] ?? chosen(variable, FIXED_PORTS[name]) }]
  })
  return Object.fromEntries(entries) as TownPorts
}

function chosen(variable: string, fixed: number): number {
  const text = process.env[variable]
  if (text === undefined || text === '') return fixed
  const port = Port.safeParse(text)
  if (!port.success) throw new Error(`${variable}=${text} is not a port: give a number from 1 to 65535.`)
  return port.data
}
