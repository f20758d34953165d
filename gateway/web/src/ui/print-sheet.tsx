import type { ComponentChildren } from 'preact'
import { T } from '../i18n/text.tsx'
import { Button } from './button.tsx'

/** A paper for the counter or the door: printed without the page around it. */
export function PrintSheet({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="print-sheet">
      {children}
      <div class="no-print">
        <Button kind="secondary" onClick={() => print()}>
          <T k="common.print" />
        </Button>
      </div>
    </div>
  )
}
