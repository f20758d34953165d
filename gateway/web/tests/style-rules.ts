import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** A rule of our style sheets: where it stands, whom it is for and what it sets. */
export type StyleRule = {
  readonly file: string
  readonly selector: string
  readonly set: ReadonlyMap<string, string>
}

const STYLES = path.join(import.meta.dirname, '..', 'src', 'styles')
const TOKENS = '@digital-go-jp/design-tokens/dist/tokens-simple.css'
const LARGEST_DEPTH = 10

/** Every rule of `src/styles`; those of a media query stand among the others. */
export function styleRules(): readonly StyleRule[] {
  const files = readdirSync(STYLES).filter(file => file.endsWith('.css'))
  return files.flatMap(file => rulesOf(file, readFileSync(path.join(STYLES, file), 'utf8')))
}

/** Reads a value's colour as `#rrggbb`, through our custom properties and the Digital Agency's tokens. */
export function colourReader(rules: readonly StyleRule[]): (value: string) => string | undefined {
  const tokens = rulesOf('tokens', readFileSync(createRequire(import.meta.url).resolve(TOKENS), 'utf8'))
  const roots = [...tokens, ...rules].filter(({ selector }) => selector === ':root')
  const properties = new Map(roots.flatMap(({ set }) => [...set]))
  return value => {
    let resolved = value
    for (let depth = 0; depth < LARGEST_DEPTH && resolved.includes('var('); depth++)
      resolved = resolved.replaceAll(/var\((--[\w-]+)\)/g, (whole, name) => properties.get(name) ?? whole)
    if (resolved.includes('var(')) throw new Error(`${value} names a custom property that nobody sets`)
    const [, short, long] = /#(?:([\da-f]{3})|([\da-f]{6}))\b/i.exec(resolved) ?? []
    const digits = long ?? short?.replaceAll(/./g, '$&$&')
    return digits && `#${digits.toLowerCase()}`
  }
}

/** WCAG 2.2: (lighter + 0.05) / (darker + 0.05) of the relative luminances of two colours `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function rulesOf(file: string, css: string): readonly StyleRule[] {
  const found = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{([^{}]*)\}/g)
  return [...found].map(([, selector = '', body = '']) => ({
    file,
    selector: selector.trim().replaceAll(/\s+/g, ' '),
    set: new Map(body.split(';').flatMap(declarationOf)),
  }))
}

function declarationOf(text: string): readonly (readonly [string, string])[] {
  const colon = text.indexOf(':')
  return colon === -1 ? [] : [[text.slice(0, colon).trim(), text.slice(colon + 1).trim()]]
}
