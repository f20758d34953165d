import type { Message } from '../../i18n/message.ts'
import { Say, Span, useText } from '../../i18n/text.tsx'

type Props = { readonly steps: readonly Message[] /** From 1. */; readonly now: number }

/** Where a person is in a form of several pages. */
export function StepNav({ steps, now }: Props) {
  const t = useText()
  return (
    <nav class="step-nav" aria-label={t('common.steps')}>
      <ol>
        {steps.map((step, index) => (
          <li
            key={index}
            class={index + 1 < now ? 'step-nav__done' : ''}
            {...(index + 1 === now && { 'aria-current': 'step' as const })}
          >
            <span class="step-nav__number" aria-hidden="true">
              {index + 1}
            </span>
            <span>
              <Say message={step} />
            </span>
            {index + 1 < now && <Span k="common.step-done" class="visually-hidden" />}
          </li>
        ))}
      </ol>
    </nav>
  )
}
