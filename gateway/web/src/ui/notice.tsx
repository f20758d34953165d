import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { Message } from '../i18n/message.ts'
import { Say, Span } from '../i18n/text.tsx'

type Tone = 'info' | 'success' | 'warning' | 'error'
type Props = {
  readonly tone: Tone
  readonly title: Message
  /** Appears while the reader is at work, so it is announced. */
  readonly live?: boolean
  readonly children?: ComponentChildren
}

/** A boxed message; its tone is also told in words. */
export function Notice({ tone, title, live = false, children }: Props) {
  const id = useId()
  return (
    <section class={`notice notice--${tone}`} aria-labelledby={id} {...(live && { role: 'alert' })}>
      <p class="notice__title" id={id}>
        <Span k={`common.notice-${tone}`} class="notice__tone" />
        <Say message={title} />
      </p>
      {children}
    </section>
  )
}
