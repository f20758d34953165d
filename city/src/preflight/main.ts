// Before seven: says that all is warm, or what is not, a sentence each, and then fails.
import { parseEnv } from '@asaichi/service/env.ts'
import { askFrontDoor, askProcesses } from './ask.ts'
import { coldIn } from './cold.ts'
import { preflightEnv } from './config.ts'

const env = parseEnv(preflightEnv)
const [processes, door] = await Promise.all([askProcesses(env), askFrontDoor(env.FRONT_DOOR)])
const floors = { 'gateway-api': env.FLOOR_GATEWAY_API, reservation: env.FLOOR_RESERVATION }
const cold = [...coldIn(processes, floors), ...door]
for (const sentence of cold) console.error(sentence)
if (cold.length > 0) process.exitCode = 1
else console.log(`Warm: ${processes.length} processes are ready for seven o’clock.`)
