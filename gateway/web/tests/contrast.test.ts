import { describe, expect, test } from 'vitest'
import { colourReader, contrast, styleRules } from './style-rules.ts'

// axe judges text by what lies behind it, but neither the signs ○△×抽休－ (it takes them for pictures) nor borders and rings.
const TEXT = 4.5
const NOT_TEXT = 3

const rules = styleRules()
const colourOf = colourReader(rules)
const token = (name: string) => colourOf(`var(--${name})`) ?? ''

/** What signs and words may stand on: the page, and a cell, box or badge in each of its moods. */
const SURFACES = ['paper', 'paper-soft', 'key-pale', 'good-pale', 'warn-pale', 'bad-pale'].map(token)
const PAPER = token('paper')
/** A divider says nothing that the distance does not say too. */
const DIVIDER = token('line-soft')

const inks = rules.flatMap(({ file, selector, set }) => {
  const ink = colourOf(set.get('color') ?? '')
  const behind = colourOf(set.get('background') ?? '')
  if (ink === undefined) return []
  if (behind !== undefined) return [{ file, selector, ink, behinds: [behind] }]
  // Light words without a ground of their own stand on that of another rule of the same element: axe sees those.
  return ink === PAPER ? [] : [{ file, selector, ink, behinds: SURFACES }]
})

describe('text and signs', () => {
  test.each(inks)('$file $selector: $ink can be read', ({ ink, behinds }) => {
    for (const behind of behinds) expect(contrast(ink, behind), `on ${behind}`).toBeGreaterThanOrEqual(TEXT)
  })

  test.each(['.calendar__mark--free', '.calendar__mark--few', '.calendar__mark--lottery', '.calendar__cell'])(
    '%s, which axe leaves open, is among them',
    sign => expect(inks.map(({ selector }) => selector)).toContain(sign),
  )
})

const edges = rules.flatMap(({ file, selector, set }) =>
  [...set].flatMap(([property, value]) => {
    const edge = /^border(-(top|right|bottom|left))?(-color)?$/.test(property) ? colourOf(value) : undefined
    return edge === undefined || edge === DIVIDER ? [] : [{ file, selector, property, edge }]
  }),
)

describe('borders', () => {
  test.each(edges)('$file $selector: $property $edge can be seen', ({ edge }) => {
    expect(contrast(edge, PAPER)).toBeGreaterThanOrEqual(NOT_TEXT)
  })

  test('no control has only the divider’s line around it', () => {
    const controls = rules.filter(
      ({ selector, set }) =>
        /^\.(?:button|input|choice|slots__slot|calendar__cell--button)$/.test(selector) && set.has('border'),
    )
    expect(controls.length).toBeGreaterThan(3)
    expect(controls.filter(({ set }) => colourOf(set.get('border') ?? '') === DIVIDER)).toEqual([])
  })
})

describe('the ring around what has the focus', () => {
  const focus = rules.find(({ selector }) => selector === ':focus')
  const outline = colourOf(focus?.set.get('outline') ?? '') ?? ''
  const glow = colourOf(focus?.set.get('box-shadow') ?? '') ?? ''

  test.each([...SURFACES, glow])('can be seen on %s', surface => {
    expect(contrast(outline, surface)).toBeGreaterThanOrEqual(NOT_TEXT)
  })

  test.each(['key', 'key-dark', 'bad', 'ink'])('glows on a control of the colour %s', name => {
    expect(contrast(glow, token(name))).toBeGreaterThanOrEqual(NOT_TEXT)
  })
})
