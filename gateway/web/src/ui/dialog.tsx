import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import type { Message } from '../i18n/message.ts'
import { Say } from '../i18n/text.tsx'

type Props = {
  readonly title: Message
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** The browser's own dialog; where it is missing (Safari before 15.4) the content stands in the page instead. */
export function Dialog({ title, isOpen, onClose, children }: Props) {
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = box.current
    if (!dialog || !isOpen) return
    if (typeof dialog.showModal === 'function' && !dialog.open) dialog.showModal()
    else if (typeof dialog.showModal !== 'function') dialog.setAttribute('open', '')
    return () => {
      if (typeof dialog.close === 'function') dialog.close()
    }
  }, [isOpen])
  if (!isOpen) return null
  return (
    <dialog class="dialog" ref={box} aria-labelledby={id} onCancel={onClose} onClose={onClose}>
      <h2 id={id}>
        <Say message={title} />
      </h2>
      {children}
    </dialog>
  )
}
