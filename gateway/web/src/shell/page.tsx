import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useSearch } from 'wouter-preact'
import type { Key } from '../i18n/catalogue.ts'
import { useLanguage } from '../i18n/language.ts'
import type { Message } from '../i18n/message.ts'
import { ownWords } from '../i18n/own-words.ts'
import { Say, sayPlain, translate } from '../i18n/text.tsx'
import { Breadcrumb, type Crumb } from '../ui/breadcrumb.tsx'
import { useCity, usePageCity } from './city.tsx'
import { SessionBanner } from './session-banner.tsx'
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'
import { UrgentBanner } from './urgent-banner.tsx'

type PageProps = {
  /** The h1 and, with the service's name, the window's title: a name of the data or `say('booking.apply-title')`. */
  readonly title: Message
  /** The number for phone support, `R6` (notes of the design, section 5). */
  readonly screen: string
  /** The pages above this one, the home page left out. */
  readonly crumbs?: readonly Crumb[]
  /** Put before the title in the window's name: `2/4`. */
  readonly step?: string
  /** `wide` for tables of staff, `plain` without header and footer for kiosk screens. */
  readonly layout?: 'narrow' | 'wide' | 'plain'
  readonly children: ComponentChildren
}

/** Every screen is one of these: header, breadcrumb, h1 (focused after a change of page), content, footer. */
export function Page({ title, screen, crumbs, step, layout = 'narrow', children }: PageProps) {
  const heading = useHeadingFocus()
  useWindowTitle(title, step)
  // As a mail's link has it, for who opens it on another machine.
  usePageCity(new URLSearchParams(useSearch()).get('city') ?? undefined)
  const isPlain = layout === 'plain'
  return (
    <div class={`page page--${layout}`}>
      {!isPlain && <SiteHeader />}
      {!isPlain && <UrgentBanner />}
      <main class="page__main" id="main">
        {crumbs && <Breadcrumb crumbs={crumbs} here={title} />}
        <h1 ref={heading} tabIndex={-1} class="page__title">
          <Say message={title} />
        </h1>
        <SessionBanner />
        {children}
      </main>
      {!isPlain && <SiteFooter screen={screen} />}
    </div>
  )
}

let isTouched: boolean | undefined

function watchTouch(): void {
  isTouched ??= false
  for (const act of ['keydown', 'pointerdown', 'click'])
    addEventListener(act, () => (isTouched = true), { capture: true, once: true })
}

// A screen reader hears the new page only when the focus moves to it. Until somebody has done something it is the browser's own
// page, however often it was drawn on the way: the first Tab then begins at the top.
function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isTouched === undefined) watchTouch()
    if (!isTouched) return
    scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  return heading
}

function useWindowTitle(title: Message, step: string | undefined): void {
  const { city } = useCity()
  const language = useLanguage()
  useEffect(() => {
    const service: Key = 'common.service'
    const parts = [
      step,
      sayPlain(title),
      `${city ? ownWords(city, 'name', language).text : ''} ${translate(service)}`.trim(),
    ]
    document.title = parts.filter(Boolean).join('｜')
  }, [title, step, city, language])
}
