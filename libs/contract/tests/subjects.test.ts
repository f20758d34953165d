import { expect, test } from 'vitest'
import { SERVICES } from '../src/define.ts'
import { wholeContract } from './whole-contract.ts'

const { requests, events } = await wholeContract()
const messages = [...requests, ...events]
const KEBAB = /^[a-z]+(-[a-z]+)*$/

test('the whole contract is looked at', () => {
  expect(requests.length).toBeGreaterThan(40)
  expect(events.length).toBeGreaterThan(15)
})

test('no two messages share a subject', () => {
  const subjects = messages.map(message => message.subject)
  expect(subjects.filter((subject, index) => subjects.indexOf(subject) !== index)).toEqual([])
})

test.each(messages.map(message => [message.subject, message] as const))(
  '%s is <service>.<call|event>.<kebab-name>.v<n>',
  (subject, message) => {
    const [service = '', kind, name, version, ...rest] = subject.split('.')
    expect(SERVICES).toContain(service)
    expect(message.service).toBe(service)
    expect(kind).toBe('input' in message ? 'call' : 'event')
    expect(name).toMatch(KEBAB)
    expect(version).toMatch(/^v[1-9]\d*$/)
    expect(rest).toEqual([])
  },
)

test('refusal codes are kebab-case, and none is a code the bus gives to faults', () => {
  const codes = requests.flatMap(request => Object.keys(request.refusals))
  expect(codes.filter(code => !KEBAB.test(code))).toEqual([])
  expect(codes.filter(code => ['malformed', 'fault'].includes(code))).toEqual([])
})
