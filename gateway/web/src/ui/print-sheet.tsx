import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'

/** A paper for the counter or the door: printed without the page around it. */
export function PrintSheet({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="print-sheet">
      {children}
      <div class="no-print">
        <Button kind="secondary" onClick={() => print()} k="common.print" />
      </div>
    </div>
  )
}
