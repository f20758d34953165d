import { SharedArray } from 'k6/data'
import type { Crowd, Plan, Presser } from './plan.ts'

const folder = __ENV['PLAN'] ?? ''

// Shared by all virtual users: thousands of copies of thousands of residents would fill the memory.
const [shared] = new SharedArray<Plan>('plan', () => [JSON.parse(open(`${folder}/plan.json`))])
const people = (group: keyof Crowd) => () => JSON.parse(open(`${folder}/crowd.json`))[group]

export const plan = required(shared)
export const pressers = new SharedArray<Presser>('press', people('press'))
export const latecomers = new SharedArray<Presser>('tail', people('tail'))
export const signers = new SharedArray<Crowd['signin'][number]>('signin', people('signin'))

function required(found: Plan | undefined): Plan {
  if (!found) throw new Error('PLAN must name the folder the runner wrote: npm run rush starts k6 with it.')
  return found
}
