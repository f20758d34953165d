import { staffProblems } from '@asaichi/wording/ja/staff-problems.ts'
import { expect, test } from 'vitest'
import { areasFor } from './routes/all.ts'

const FOR_RESIDENTS: ReadonlySet<string> = new Set(['anyone', 'session'])

test('M31: no route of residents answers what only staff’s pages have a sentence for', () => {
  const routes = areasFor(true).flatMap(area => area.routes)
  const codes = routes
    .filter(({ access }) => FOR_RESIDENTS.has(access))
    .flatMap(({ path, answers }) =>
      Object.keys(answers.refusals).flatMap(code => (code in staffProblems ? [`${path}: ${code}`] : [])),
    )
  expect(routes.length).toBeGreaterThan(90)
  expect(codes).toEqual([])
})
