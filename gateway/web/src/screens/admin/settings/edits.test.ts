import { expect, test } from 'vitest'
import { edited, withEdit } from './edits.ts'

const CITY = { name: '朝日市', draw: { kind: 'rolling', days: 35 }, links: [{ title: '市' }] }

test('T7: what was typed is laid over a document that somebody else changed meanwhile', () => {
  const edits = withEdit(withEdit({}, 'draw.days', 40), 'name', '夕日市')
  expect(edited({ ...CITY, links: [] }, edits)).toEqual({
    name: '夕日市',
    draw: { kind: 'rolling', days: 40 },
    links: [],
  })
})

test('T7: a later answer takes the place of earlier ones inside of it, and is changed by those after it', () => {
  const chosen = withEdit(withEdit({}, 'draw.days', 40), 'draw', { kind: 'monthly', day: 1 })
  expect(edited(CITY, chosen).draw).toEqual({ kind: 'monthly', day: 1 })
  expect(edited(CITY, withEdit(chosen, 'draw.day', 5)).draw).toEqual({ kind: 'monthly', day: 5 })
})

test('T7: what was taken away stays so in a draft, which is JSON', () => {
  const kept: ReturnType<typeof withEdit> = JSON.parse(JSON.stringify(withEdit({}, 'links', undefined)))
  expect(edited(CITY, kept)).toEqual({ name: CITY.name, draw: CITY.draw })
})
