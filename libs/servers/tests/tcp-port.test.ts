import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

test('two processes that look for free ports at once never get the same one', async () => {
  const found = (await Promise.all([portsOfAnother(150), portsOfAnother(150), portsOfAnother(150)])).flat()
  expect(found).toHaveLength(450)
  expect(new Set(found).size).toBe(450)
})

/** What another process finds, which opens none of them. */
async function portsOfAnother(count: number): Promise<readonly number[]> {
  const program = spawn(process.execPath, ['--input-type=module', '-e', FIND, String(count)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [said] = await Promise.all([text(program.stdout), once(program, 'exit')])
  return said.trim().split(' ').map(Number)
}

const FIND = `
const { freePorts } = await import(${JSON.stringify(new URL('../src/tcp-port.ts', import.meta.url).href)})
console.log((await freePorts(Number(process.argv[1]))).join(' '))
`
