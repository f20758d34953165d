import { say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

type Props = { readonly done: string; readonly onAgain: () => void }

/** Instead of the form, for whoever comes back to it after it was received. */
export function AlreadySent({ done, onAgain }: Props) {
  return (
    <Notice tone="success" title={say('press.already-title')}>
      <P k="press.already-text" />
      <div class="buttons">
        <ButtonLink href={done} k="press.already-see" />
        <Button kind="secondary" onClick={onAgain} k="press.already-again" />
      </div>
    </Notice>
  )
}
