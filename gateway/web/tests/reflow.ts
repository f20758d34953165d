import type { Page } from 'playwright-core'

const NARROW = { width: 320, height: 640 } as const
const PHONE = { width: 390, height: 844 } as const

/** What makes the page scroll sideways at 320 px, and at 390 px with text of 200 % (WCAG 1.4.10, 1.4.4); one line each. */
export async function reflowProblems(page: Page): Promise<readonly string[]> {
  const before = page.viewportSize()
  await page.setViewportSize(NARROW)
  const narrow = await tooWide(page)
  await page.setViewportSize(PHONE)
  await setTextSize(page, '200%')
  const large = await tooWide(page)
  await setTextSize(page, '')
  if (before) await page.setViewportSize(before)
  return [...narrow.map(each => `at 320 px: ${each}`), ...large.map(each => `at 200 % text: ${each}`)]
}

/** Every size of ours is in rem, so the root's size is what a browser's text setting changes. */
async function setTextSize(page: Page, size: '200%' | ''): Promise<void> {
  await page.evaluate(wanted => {
    document.documentElement.style.fontSize = wanted
  }, size)
}

function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.documentElement
    const width = root.clientWidth
    if (root.scrollWidth <= width) return []
    const scrollsItself = (element: Element) =>
      /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX)
    const isInScroller = (element: Element) => {
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
        if (scrollsItself(up)) return true
      return false
    }
    const wide = [...document.body.querySelectorAll('*')].filter(
      element => element.getBoundingClientRect().right > width + 1 && !isInScroller(element),
    )
    const innermost = wide.filter(
      element => !wide.some(other => other !== element && element.contains(other)),
    )
    const named = innermost.map(
      element =>
        `${Math.round(element.getBoundingClientRect().right - width)} px too wide: ${element.outerHTML.slice(0, 160)}`,
    )
    return named.length > 0 ? named : [`the page is ${root.scrollWidth - width} px too wide`]
  })
}
