import type { Locator, Page } from 'playwright-core'

type Role = Parameters<Page['getByRole']>[0]
type Name = string | RegExp

/** Someone without a pointer: finds things by role and label, reaches them with Tab and acts with keys. */
export type Keyboard = {
  /** Tabs until the element has the focus. */
  readonly tabTo: (target: Locator) => Promise<void>
  /** Follows a link or presses a button, with Enter. */
  readonly press: (role: Role, name: Name) => Promise<void>
  /** Replaces what stands in a field. */
  readonly type: (label: Name, text: string) => Promise<void>
  /** Ticks a box that is not ticked, with Space. */
  readonly check: (label: Name) => Promise<void>
  /** Takes one radio button of a group, with the arrow keys. */
  readonly choose: (group: Name, option: Name) => Promise<void>
  /** Takes an option of a select box, with the arrow keys. */
  readonly select: (label: Name, option: string) => Promise<void>
}

const MOST_TABS = 300
const MOST_ARROWS = 120

export function keyboardOf(page: Page): Keyboard {
  const tabTo = async (target: Locator) => {
    await target.waitFor()
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      if (await hasFocus(target)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reaches ${target.toString()}`)
  }
  return {
    tabTo,
    async press(role, name) {
      await tabTo(page.getByRole(role, { name }))
      await page.keyboard.press('Enter')
    },
    async type(label, text) {
      await tabTo(page.getByLabel(label))
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.type(text)
    },
    async check(label) {
      const box = page.getByRole('checkbox', { name: label })
      await tabTo(box)
      if (!(await box.isChecked())) await page.keyboard.press('Space')
      if (!(await box.isChecked())) throw new Error(`Space does not tick ${box.toString()}`)
    },
    async choose(group, option) {
      const radios = page
        .getByRole('group', { name: group })
        .or(page.getByRole('radiogroup', { name: group }))
      const wanted = radios.getByRole('radio', { name: option })
      await wanted.waitFor()
      await tabTo(await enteredAt(radios))
      await page.keyboard.press('Space')
      await arrowUntil(page, () => wanted.isChecked(), wanted)
    },
    async select(label, option) {
      const box = page.getByLabel(label)
      await tabTo(box)
      await page.keyboard.press('Home')
      const shown = () => box.evaluate(each => (each as HTMLSelectElement).selectedOptions[0]?.label ?? '')
      await arrowUntil(page, async () => (await shown()) === option, box)
    },
  }
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate(element => element === document.activeElement)
}

/** Tab enters a group of radio buttons at the chosen one, or at the first. */
async function enteredAt(radios: Locator): Promise<Locator> {
  const chosen = radios.getByRole('radio', { checked: true })
  return (await chosen.count()) > 0 ? chosen : radios.getByRole('radio').first()
}

async function arrowUntil(page: Page, isThere: () => Promise<boolean>, target: Locator): Promise<void> {
  for (let arrows = 0; arrows < MOST_ARROWS; arrows++) {
    if (await isThere()) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`The arrow keys never reach ${target.toString()}`)
}
