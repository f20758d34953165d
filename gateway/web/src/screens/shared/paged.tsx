import type { ComponentChildren } from 'preact'
import type { ProblemCode } from '../../api/routes.ts'
import type { Shown as ShownData } from '../../api/use-api.ts'
import { useText } from '../../i18n/text.tsx'
import { Shown } from '../../shell/shown.tsx'
import { Button } from '../../ui/button.tsx'

type Page<I> = { readonly items: readonly I[]; readonly next: string | null }
type Refusal = { readonly code: ProblemCode; readonly detail: string }
type Props<I> = {
  readonly of: ShownData<Page<I>, Refusal>
  /** The cursor of the page that is asked for; undefined is the first one. */
  readonly after: string | undefined
  readonly onGo: (after: string | undefined) => void
  readonly children: (items: readonly I[]) => ComponentChildren
}

/**
 * A list that the API gives page by page, forward by a cursor only; the way back is the beginning.
 * `<Paged of={acts} after={after} onGo={setAfter}>{items => …}</Paged>`
 */
export function Paged<I>({ of, after, onGo, children }: Props<I>) {
  const t = useText()
  const isFirst = after === undefined
  return (
    <Shown of={of}>
      {({ items, next }) => (
        <>
          {children(items)}
          {(next !== null || !isFirst) && (
            <nav class="pagination" aria-label={t('common.pages')}>
              {!isFirst && <Button kind="secondary" onClick={() => onGo(undefined)} k="common.page-first" />}
              {next !== null && <Button kind="secondary" onClick={() => onGo(next)} k="common.page-more" />}
            </nav>
          )}
        </>
      )}
    </Shown>
  )
}
