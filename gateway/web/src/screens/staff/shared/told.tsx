import type { ComponentChildren } from 'preact'
import './told.css'

/** Where a page says what became of the last act; it is there before anything is said, so that screen readers hear it. */
export function Told({ children }: { readonly children: ComponentChildren }) {
  return (
    <p role="status" class="told">
      {children}
    </p>
  )
}
