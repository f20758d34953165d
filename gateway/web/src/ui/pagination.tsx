import { useText } from '../i18n/text.tsx'
import { Button } from './button.tsx'

type Props = {
  /** The answer's `next`. */
  readonly next: string | null
  readonly isFirst: boolean
  readonly onNext: (after: string) => void
  readonly onFirst: () => void
}

/** Lists of the API go forward by a cursor only; the way back is the beginning. */
export function Pagination({ next, isFirst, onNext, onFirst }: Props) {
  const t = useText()
  if (isFirst && next === null) return null
  return (
    <nav class="pagination" aria-label={t('common.pages')}>
      {!isFirst && <Button kind="secondary" onClick={onFirst} k="common.page-first" />}
      {next !== null && <Button kind="secondary" onClick={() => onNext(next)} k="common.page-more" />}
    </nav>
  )
}
