import type { ComponentChildren } from 'preact'

type Props = { readonly children: ComponentChildren; readonly action: ComponentChildren }

/** What has been chosen and the way on, kept in sight at the bottom of small screens. */
export function RangeBar({ children, action }: Props) {
  return (
    <div class="range-bar">
      <div class="range-bar__chosen">{children}</div>
      {action}
    </div>
  )
}
