import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { runCommand } from '@asaichi/service/command.ts'
import { playChecks } from './play.ts'
import { CREDENTIALS, openStand } from './stand.ts'

// `npm run lock-conformance`: a gateway of its own for one device, and whether the device keeps to docs/locks/protocol.md.
const OPTIONS = {
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '18830' },
  keypad: { type: 'boolean', default: false },
} as const

await runCommand(main)

async function main(): Promise<void> {
  const { host, port, keypad } = parseArgs({ options: OPTIONS }).values
  using terminal = createInterface({ input: process.stdin, output: process.stdout })
  const ask = (digits: string) =>
    terminal.question(`Type ${digits} at the keypad. What did the door do (open, or why not)? `)
  await using stand = await openStand({ host, port: Number(port) }, keypad ? ask : undefined)
  const { site, lock, password, keyHex } = CREDENTIALS
  console.log(`The gateway listens on ${host}:${port}. Give the device, for this test alone:`)
  console.log(`  site ${site}, lock ${lock} (also user name and client id)`)
  console.log(`  password ${password}`)
  console.log(`  key ${keyHex}`)
  const verdicts = await playChecks(stand, ({ says, failure }) => {
    console.log(`${failure === undefined ? 'pass' : 'FAIL'}  ${says}`)
    if (failure !== undefined) console.log(`      ${failure}`)
  })
  const failed = verdicts.filter(({ failure }) => failure !== undefined).length
  console.log(`${verdicts.length - failed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
