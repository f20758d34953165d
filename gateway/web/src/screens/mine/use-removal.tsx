import type { ComponentChildren, RefObject } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Result } from '../../api/result.ts'
import type { ProblemCode } from '../../api/routes.ts'
import { say } from '../../i18n/message.ts'
import { ProblemNotice } from '../../shell/problem-notice.tsx'
import { AwayNotice } from '../../ui/away-notice.tsx'
import { Notice } from '../../ui/notice.tsx'

type Refusal = { readonly code: ProblemCode; readonly detail: string }
type Removal<I> = {
  readonly run: (item: I) => void
  readonly notice: ComponentChildren
  /** Takes the focus, because the button that was pressed is gone afterwards. */
  readonly heading: RefObject<HTMLHeadingElement>
}

/** Takes one line off a list; doing it twice is harmless, so nothing asks back. */
export function useRemoval<I, V>(
  remove: (item: I) => Promise<Result<V, Refusal>>,
  reload: () => void,
): Removal<I> {
  const [answer, setAnswer] = useState<Result<V, Refusal>>()
  const last = useRef<{ readonly item: I }>()
  const heading = useRef<HTMLHeadingElement>(null)
  const run = async (item: I) => {
    last.current = { item }
    const got = await remove(item)
    setAnswer(got)
    if (got.status !== 'ok') return
    reload()
    heading.current?.focus()
  }
  const again = () => {
    if (last.current) void run(last.current.item)
  }
  return {
    run: item => void run(item),
    notice: (
      <>
        {answer?.status === 'ok' && <Notice tone="success" title={say('mine.removed')} live />}
        {answer?.status === 'refused' && <ProblemNotice problem={answer.problem} live />}
        {answer?.status === 'away' && <AwayNotice away={answer} onRetry={again} />}
      </>
    ),
    heading,
  }
}
