import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { panelsIn, rulesIn, wrongAlerts } from '../src/checks/alerts.ts'
import { Applied, parseObjects } from '../src/checks/objects.ts'
import { BOARDS, DASHBOARDS, textOf } from '../src/dashboards/all.ts'

const read = (folder: string, file: string) => readFileSync(path.join(folder, file), 'utf8')
const prometheus = path.join(repositoryRoot, 'deploy/components/prometheus')
const rules = parseObjects(read(prometheus, 'rules.yaml'))
const boards = Applied.parse({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'dashboards', labels: { grafana_dashboard: '1' } },
  data: Object.fromEntries(Object.entries(BOARDS).map(([file, board]) => [file, textOf(board)])),
})

test.each(Object.entries(BOARDS))(
  '%s is as the builders make it: npm run cluster -- dashboards',
  (file, board) => {
    expect(read(DASHBOARDS, file)).toBe(textOf(board))
  },
)

test('the component gives Grafana every board', () => {
  const component: unknown = parse(read(DASHBOARDS, 'kustomization.yaml'))
  expect(component).toMatchObject({ configMapGenerator: [{ files: Object.keys(BOARDS) }] })
  expect(
    readdirSync(DASHBOARDS)
      .filter(name => name.endsWith('.json'))
      .toSorted(),
  ).toEqual(Object.keys(BOARDS).toSorted())
})

test('every panel asks for what somebody tells, in PromQL', () => {
  expect(panelsIn([boards]).length).toBeGreaterThan(50)
  expect(panelsIn([boards]).filter(({ exprs }) => exprs.length === 0)).toEqual([])
  expect(wrongAlerts([...rules, boards], () => true)).toEqual([])
})

test('a word an expression takes from the contract or the routes is one of theirs', () => {
  const sources = ['libs/contract/src', 'gateway/api/src/routes'].map(folder => allOf(folder)).join('\n')
  const asked = [
    ...rulesIn(rules),
    ...panelsIn([boards]).flatMap(({ exprs }) => exprs.map(expr => ({ expr }))),
  ]
  const words = asked.flatMap(({ expr }) => [...expr.matchAll(/(?:request|event|route)="([^"]+)"/g)])
  const named = [...new Set(words.map(([, word = '']) => word))].filter(word => word !== 'entrance')
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter(word => !sources.includes(`'${word}'`))).toEqual([])
})

test('seven o’clock stands at one place of its axis, in Japan', () => {
  const [, board] = Object.entries(BOARDS).find(([file]) => file === 'seven.json') ?? []
  expect(board).toMatchObject({ timezone: 'Asia/Tokyo', time: { from: 'now/d+6h+50m', to: 'now/d+7h+20m' } })
  const trend = panelsIn([boards]).find(({ title }) => title.startsWith('Presses a second by their answer'))
  expect(trend?.exprs).toContain('vector(time() % 86400 - 79200)')
  expect(new Date(79_200_000).toLocaleTimeString('en-GB', { timeZone: 'Asia/Tokyo' })).toBe('07:00:00')
})

function allOf(folder: string): string {
  const files = readdirSync(path.join(repositoryRoot, folder), { recursive: true, withFileTypes: true })
  return files
    .filter(file => file.isFile())
    .map(file => read(file.parentPath, file.name))
    .join('\n')
}
