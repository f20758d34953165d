import type { Key } from '../../i18n/catalogue.ts'
import { useLater } from '../../shell/later.ts'

/** A file that few ask for: its button comes after the page. */
export function LaterFile(props: { readonly href: string; readonly k: Key }) {
  const part = useLater(() => import('./file-button.tsx'), [])
  return part ? <part.FileButton {...props} /> : null
}
