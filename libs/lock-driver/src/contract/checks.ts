import { alwaysOpen } from './always.ts'
import type { Check } from './check.ts'
import type { Stage } from './stage.ts'

type Cast = ReturnType<typeof castOf>

/** The codes of the scenario. */
function castOf({ code, capabilities, subject }: Stage) {
  const { count } = capabilities.slots
  return {
    a: code('A', { from: '00:30', to: '01:00' }),
    b: code('B', { from: '01:00', to: '01:30' }),
    twice: code('D', { from: '02:00', to: '02:30' }, subject.foreign.digits),
    short: code('X', { from: '02:00', to: '02:30' }, '3'.repeat(capabilities.pin.min - 1)),
    many: Array.from({ length: count + 3 }, (_, index) =>
      code(`M${index}`, { from: `02:${String(10 + index)}`, to: '03:30' }),
    ),
  }
}

/** One scenario for every driver; the checks build on one another and are played in this order. */
export function checksOf(stage: Stage): readonly Check[] {
  const cast = castOf(stage)
  return [...writing(stage, cast), ...refusing(stage, cast), ...leaving(stage, cast), ...alwaysOpen(stage)]
}

function writing(stage: Stage, { a, b }: Cast): readonly Check[] {
  const { held, bring, sent } = stage
  return [
    {
      says: 'a code found on the lock is left alone at the start',
      async play() {
        const how = await bring([])
        if (how !== 'settled') return how
        if (sent.length > 0) return 'something was written'
        if (!stage.host().foreign().includes(stage.subject.foreign.slot)) return 'it is not told'
        return (await foreignStays(stage)) ? undefined : 'it is gone'
      },
    },
    {
      says: 'two codes settle',
      async play() {
        const how = await bring([a, b])
        if (how !== 'settled') return how
        return (await held(a.digits)) && (await held(b.digits)) ? undefined : 'the lock does not hold both'
      },
    },
    {
      says: 'nothing is written when nothing has changed, not even after a restart',
      async play() {
        const before = sent.length
        await bring([a, b])
        await stage.restart()
        await bring([a, b])
        return sent.length === before ? undefined : `${sent.length - before} writes`
      },
    },
    {
      says: 'a code is stored but off before its window',
      appliesTo: isSwitch,
      play: async () => ((await held(a.digits))?.isOn === false ? undefined : 'it is on'),
    },
    {
      says: 'at its start it is on, and the next one still off',
      appliesTo: isSwitch,
      async play() {
        stage.setClock('00:30')
        const how = await bring([a, b])
        if (how !== 'settled') return how
        if ((await held(a.digits))?.isOn !== true) return 'it is off'
        if ((await held(b.digits))?.isOn !== false) return 'the next one is on'
        return rowOf(stage, 'A')?.result === 'stored' && rowOf(stage, 'B')?.result === 'waiting'
          ? undefined
          : 'the report says otherwise'
      },
    },
  ]
}

function refusing(stage: Stage, { a, b, twice, short, many }: Cast): readonly Check[] {
  const { held, bring, subject, sent } = stage
  return [
    {
      says: 'an opening is told with its code',
      async play() {
        const slot = (await held(a.digits))?.slot
        if (slot === undefined) return 'it is not on the lock'
        await subject.openAt(slot)
        return stage.facts.some(fact => fact.type === 'unlocked' && fact.codeId === 'A')
          ? undefined
          : 'nothing was told'
      },
    },
    {
      says: 'a duplicate of a foreign code is refused, and nothing is lost',
      async play() {
        await bring([a, b, twice])
        if (!(await foreignStays(stage))) return 'the foreign code is gone'
        if (
          [...(await subject.truth()).values()].filter(({ digits }) => digits === subject.foreign.digits)
            .length !== 1
        )
          return 'it is there twice'
        if (!(await held(a.digits))) return 'another code is gone'
        const said = rowOf(stage, 'D')
        return said?.result === 'stored' || said?.dueAt !== undefined ? 'it is promised' : undefined
      },
    },
    {
      says: 'digits that the keypad does not take are refused before anything is sent',
      async play() {
        await bring([a, b, short])
        if (sent.includes(short.digits)) return 'they were sent'
        return rowOf(stage, 'X')?.result === 'bad-format'
          ? undefined
          : `it is said to be ${rowOf(stage, 'X')?.result}`
      },
    },
    {
      says: 'a full lock keeps the nearest starts and says which have no room',
      async play() {
        await bring([a, b, ...many])
        const nearest = [a, b, ...many.slice(0, 2)]
        for (const each of nearest) if (!(await held(each.digits))) return `${each.codeId} is not on the lock`
        return rowOf(stage, many.at(-1)?.codeId)?.result === 'no-room'
          ? undefined
          : 'nothing is said of the last'
      },
    },
  ]
}

function leaving(stage: Stage, { a, b }: Cast): readonly Check[] {
  const { held, bring, subject } = stage
  return [
    {
      says: 'what is not wanted any more is gone',
      async play() {
        const how = await bring([a, b])
        if (how !== 'settled') return how
        const left = [...(await subject.truth()).values()].map(({ digits }) => digits)
        return left.length === 3 && (await foreignStays(stage)) ? undefined : `${left.length} codes are there`
      },
    },
    {
      says: 'of a silent lock nothing is believed to have changed',
      async play() {
        await subject.reach(false)
        const how = await bring([b])
        if (how !== 'silent') return how
        return stage
          .host()
          .report()
          .some(row => row.id === 'A')
          ? undefined
          : 'a code is believed to be gone'
      },
    },
    {
      says: 'when it answers again it is brought to what is wanted',
      async play() {
        await subject.reach(true)
        const how = await bring([b])
        if (how !== 'settled') return how
        if (await held(a.digits)) return 'a code is left'
        return (await held(b.digits)) && (await foreignStays(stage)) ? undefined : 'a code is missing'
      },
    },
    {
      says: 'at its end a code is gone, and the foreign one stays',
      async play() {
        stage.setClock('01:30')
        const how = await bring([b])
        if (how !== 'settled') return how
        if (await held(b.digits)) return 'it is still there'
        return (await foreignStays(stage)) ? undefined : 'the foreign one is gone'
      },
    },
  ]
}

async function foreignStays({ held, subject: { foreign } }: Stage): Promise<boolean> {
  return (await held(foreign.digits))?.slot === foreign.slot
}

function rowOf(stage: Stage, id: string | undefined) {
  return stage
    .host()
    .report()
    .find(row => row.id === id)
}

function isSwitch({ capabilities }: Stage): boolean {
  return capabilities.timing === 'switch'
}
