import type { ComponentChildren } from 'preact'
import type { Message } from '../i18n/message.ts'
import { Say, sayPlain } from '../i18n/text.tsx'

type Tab = { readonly id: string; readonly label: Message; readonly count?: number }
type Props = {
  readonly label: Message
  readonly tabs: readonly Tab[]
  readonly now: string
  readonly onChange: (id: string) => void
  readonly children: ComponentChildren
}

/** Views of one list, as a row of buttons: plain tab stops, so that nobody must know the arrow keys. */
export function Tabs({ label, tabs, now, onChange, children }: Props) {
  return (
    <>
      <div class="tabs" role="group" aria-label={sayPlain(label)}>
        {tabs.map(tab => (
          <button
            key={tab.id}
            type="button"
            class="tabs__tab"
            aria-pressed={tab.id === now}
            onClick={() => onChange(tab.id)}
          >
            <Say message={tab.label} />
            {tab.count !== undefined && <span class="tabs__count"> {tab.count}</span>}
          </button>
        ))}
      </div>
      <div class="tabs__view">{children}</div>
    </>
  )
}
