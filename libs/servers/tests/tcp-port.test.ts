import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'
import { expect, onTestFinished, test } from 'vitest'

test('processes that look for free ports at once never get the same one while they live', async () => {
  const found = (await Promise.all([portsOfAnother(150), portsOfAnother(150), portsOfAnother(150)])).flat()
  expect(found).toHaveLength(450)
  expect(new Set(found).size).toBe(450)
})

/** What another process finds, which opens none of them; it lives as long as the test. */
async function portsOfAnother(count: number): Promise<readonly number[]> {
  const program = spawn(process.execPath, ['--input-type=module', '-e', FIND, String(count)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void program.stdin.end())
  const [said] = await once(createInterface(program.stdout), 'line')
  return String(said).split(' ').map(Number)
}

const FIND = `
const { freePorts } = await import(${JSON.stringify(new URL('../src/tcp-port.ts', import.meta.url).href)})
console.log((await freePorts(Number(process.argv[1]))).join(' '))
process.stdin.resume()
`
