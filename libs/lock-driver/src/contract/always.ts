import type { Wanted } from '../planner/wanted.ts'
import type { Check } from './check.ts'
import type { Stage } from './stage.ts'

/** V13: a code without a window, after all others have left the lock. */
export function alwaysOpen(stage: Stage): readonly Check[] {
  const always = stage.code('E')
  return [...opening(stage, always), ...keepingItsPlace(stage, always)]
}

function opening(stage: Stage, always: Wanted): readonly Check[] {
  const { held, bring, subject, sent } = stage
  return [
    {
      says: 'a code without a window opens at any time, and is left alone by a look again and a restart',
      async play() {
        const how = await bring([always])
        if (how !== 'settled') return how
        if (!(await isOpen(stage, always))) return 'it does not open'
        const before = sent.length
        stage.host().lookAgain()
        await bring([always])
        await stage.restart()
        await bring([always])
        if (sent.length > before) return `${sent.length - before} writes`
        stage.setClock('02:00')
        await bring([always])
        return (await isOpen(stage, always)) ? undefined : 'it does not open half an hour later'
      },
    },
    {
      says: 'its opening is told with its code',
      async play() {
        const slot = (await held(always.digits))?.slot
        if (slot === undefined) return 'it is not on the lock'
        await subject.openAt(slot)
        return stage.facts.some(fact => fact.type === 'unlocked' && fact.codeId === always.codeId)
          ? undefined
          : 'nothing was told'
      },
    },
  ]
}

function keepingItsPlace(stage: Stage, always: Wanted): readonly Check[] {
  const { held, bring, subject, capabilities, code } = stage
  const crowd = Array.from({ length: capabilities.slots.count }, (_, index) =>
    code(`C${index}`, { from: `02:${String(10 + index)}`, to: '03:30' }),
  )
  return [
    {
      says: 'a full lock gives up the code that starts last for one without a window, and keeps it',
      async play() {
        await bring([])
        await bring(crowd)
        await bring([...crowd, always])
        if (!(await isOpen(stage, always))) return 'it does not open'
        const nearest = crowd[0]
        if (nearest && !(await held(nearest.digits))) return 'the nearest start is gone'
        stage.setClock('02:30')
        await bring([...crowd, always])
        return (await isOpen(stage, always)) ? undefined : 'it had to go for codes with a window'
      },
    },
    {
      says: 'a code without a window is gone when it is not wanted any more',
      async play() {
        const how = await bring([])
        if (how !== 'settled') return how
        const left = [...(await subject.truth()).keys()]
        return left.join() === String(subject.foreign.slot) ? undefined : `${left.length} codes are there`
      },
    },
  ]
}

/** By the lock's truth and by the report. */
async function isOpen({ host, held }: Stage, { codeId, digits }: Wanted): Promise<boolean> {
  const row = host()
    .report()
    .find(({ id }) => id === codeId)
  const there = await held(digits)
  return (
    row?.result === 'stored' &&
    there !== undefined &&
    there.isOn !== false &&
    (there.windows ?? []).length === 0
  )
}
