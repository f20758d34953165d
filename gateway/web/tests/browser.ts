import { chromiumPath } from '@asaichi/town/chromium.ts'
import { type BrowserContext, chromium, type Page } from 'playwright-core'

export type Browsing = {
  /** A new visitor with a browser of their own: no cookies, one page. */
  readonly visit: (options?: VisitOptions) => Promise<Visit>
} & AsyncDisposable

export type VisitOptions = {
  readonly viewport?: Size
  /** What was changed so that helpers may run inside the page (axe); such a visit proves nothing about the policy. */
  readonly bypassCSP?: boolean
  /** `name=value` of a session: see `TownBed.session`. */
  readonly cookie?: string
  readonly forcedColors?: boolean
}
export type Size = { readonly width: number; readonly height: number }

/** Disposed of, it fails when the page reported anything that no visitor should cause. */
export type Visit = {
  readonly page: Page
  readonly context: BrowserContext
  /** Console errors, uncaught errors and violations of the content security policy so far. */
  readonly trouble: () => readonly string[]
} & AsyncDisposable

export const PHONE = { width: 390, height: 844 } as const satisfies Size
export const DESK = { width: 1280, height: 800 } as const satisfies Size

const FLAGS = [
  '--no-sandbox',
  // What the browser itself writes, such as the parts of a date field, is in its own language and not in the page's.
  '--lang=ja',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const ACTION_MS = 10_000

/** One Chromium for a test file; `base` is the town's front door, which every path of a visit is taken from. */
export async function openBrowser(base: string): Promise<Browsing> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS, env: inJapanese() })
  return {
    async visit({ viewport = PHONE, bypassCSP = false, cookie, forcedColors = false } = {}) {
      const context = await browser.newContext({
        baseURL: base,
        viewport,
        bypassCSP,
        locale: 'ja-JP',
        // Far from Japan, so that a screen which asks the phone for the time of day shows the wrong one.
        timezoneId: 'America/Los_Angeles',
        reducedMotion: 'reduce',
        forcedColors: forcedColors ? 'active' : 'none',
      })
      context.setDefaultTimeout(ACTION_MS)
      if (cookie) await context.addCookies([cookieFor(base, cookie)])
      const trouble: string[] = []
      await watch(context, trouble)
      return {
        context,
        page: await context.newPage(),
        trouble: () => trouble,
        async [Symbol.asyncDispose]() {
          await context.close()
          if (trouble.length > 0) throw new Error(`The page was in trouble:\n${trouble.join('\n')}`)
        },
      }
    },
    [Symbol.asyncDispose]: () => browser.close(),
  }
}

// On Linux the language is read from here and `--lang` is passed on.
function inJapanese(): NodeJS.ProcessEnv {
  return { ...process.env, LANGUAGE: 'ja' }
}

function cookieFor(base: string, cookie: string) {
  const [name = '', value = ''] = cookie.split('=')
  return { name, value, url: base, httpOnly: true, sameSite: 'Lax' as const }
}

async function watch(context: BrowserContext, trouble: string[]): Promise<void> {
  context.on('weberror', thrown => {
    const error = thrown.error()
    trouble.push(`uncaught: ${error.stack ?? error.message}`)
  })
  context.on('console', message => {
    const isRefusal = REFUSED.test(message.text()) && message.location().url.includes('/api/')
    if (message.type() === 'error' && !isRefusal) trouble.push(`console: ${message.text()}`)
  })
  await context.exposeBinding('tellViolation', (_source, told: unknown) => {
    trouble.push(`policy: ${String(told)}`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      const told = `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`
      // Safe: the binding above puts it on every window before any script runs.
      ;(window as unknown as { tellViolation: (told: string) => void }).tellViolation(told)
    })
  })
}

// A refusal of the API is an answer, and the browser cannot be kept from writing a line about it.
const REFUSED = /^Failed to load resource: the server responded with a status of (?:4\d\d|503) /
