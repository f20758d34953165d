import { T } from '../../i18n/text.tsx'
import type { StateWords } from './states.ts'

const SIGNS = { good: '✓', waiting: '…', action: '！', bad: '×', over: '－' } as const

/** A state in one word, told by sign and word, never by colour alone: `<StatusBadge state={stateOf('entry', status)} />`. */
export function StatusBadge({ state }: { readonly state: Pick<StateWords, 'tone' | 'word'> }) {
  return (
    <strong class={`badge badge--${state.tone}`}>
      <span aria-hidden="true">{SIGNS[state.tone]}</span> <T k={state.word} />
    </strong>
  )
}
