import { useState } from 'preact/hooks'
import type { FieldProps } from '../../../forms/use-form.ts'
import { say } from '../../../i18n/message.ts'
import { H3, P } from '../../../i18n/text.tsx'
import { wholeNumber } from '../../../lib/normalise-number.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useToday } from '../../staff/shared/use-today.ts'
import type { Scope } from '../settings/scope.ts'
import { yearlyClosures } from './yearly.ts'

const YEAR_END = { from: '12-29', to: '01-03', years: '3', reason: '年末年始の休館' }
const MOST_YEARS = 10
const MONTH_DAY = /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

/** Closures that come back every year, added to the list by date: from there each can still be changed. */
export function YearlyForm({ scope }: { readonly scope: Scope }) {
  const today = useToday()
  const [typed, setTyped] = useState(YEAR_END)
  const [isWrong, setWrong] = useState(false)
  const field = (name: keyof typeof YEAR_END): FieldProps<string> => ({
    id: `f-yearly-${name}`,
    name: `yearly-${name}`,
    value: typed[name],
    error: isWrong && !isRight(name, typed[name]) ? say(`admin.set-yearly-${name}-wrong`) : undefined,
    onChange: text => setTyped({ ...typed, [name]: text }),
  })
  const add = () => {
    const isAllRight = NAMES.every(name => isRight(name, typed[name]))
    setWrong(!isAllRight)
    if (!isAllRight || today === undefined) return
    const now = scope.get('closures')
    const more = yearlyClosures(typed, {
      first: Number(today.slice(0, 4)),
      years: wholeNumber(typed.years) ?? 0,
    })
    scope.set('closures', [...(Array.isArray(now) ? now : []), ...more])
  }
  return (
    <div class="item">
      <H3 k="admin.set-yearly-title" />
      <P k="admin.set-yearly-lead" />
      <div class="item__questions">
        <TextField
          {...field('from')}
          label={say('admin.set-month-day-from')}
          hint={say('admin.set-month-day-hint')}
          size={6}
        />
        <TextField
          {...field('to')}
          label={say('admin.set-month-day-to')}
          hint={say('admin.set-month-day-hint')}
          size={6}
        />
        <TextField {...field('years')} label={say('admin.set-yearly-years')} inputMode="numeric" size={6} />
        <TextField {...field('reason')} label={say('admin.set-closure-reason')} maxLength={200} />
      </div>
      <Button kind="secondary" onClick={add} k="admin.set-yearly-add" />
    </div>
  )
}

const NAMES = ['from', 'to', 'years', 'reason'] as const

function isRight(name: (typeof NAMES)[number], text: string): boolean {
  if (name === 'reason') return text.trim() !== ''
  if (name !== 'years') return MONTH_DAY.test(text)
  const years = wholeNumber(text) ?? 0
  return years >= 1 && years <= MOST_YEARS
}
