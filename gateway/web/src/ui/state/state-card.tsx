import type { ComponentChildren } from 'preact'
import { T } from '../../i18n/text.tsx'
import type { StateWords } from './states.ts'
import { StatusBadge } from './status-badge.tsx'

type Props = { readonly state: StateWords; readonly children?: ComponentChildren }

/** M28: the state, what happens next and who acts; deadlines and buttons go inside. */
export function StateCard({ state, children }: Props) {
  return (
    <section class={`state-card state-card--${state.tone}`}>
      <p class="state-card__word">
        <StatusBadge state={state} />
      </p>
      <dl class="facts">
        <dt>
          <T k="states.next-step" />
        </dt>
        <dd>
          <T k={state.next} />
        </dd>
        <dt>
          <T k="states.who-acts" />
        </dt>
        <dd>
          <T k={state.who} />
        </dd>
      </dl>
      {children}
    </section>
  )
}
