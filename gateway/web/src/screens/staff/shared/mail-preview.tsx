import type { Language } from '@asaichi/contract/actor.ts'
import type { ComponentChildren } from 'preact'
import { type Message, say } from '../../../i18n/message.ts'
import { Say, Span } from '../../../i18n/text.tsx'
import { languageName } from './language-name.ts'

type Props = {
  readonly title: Message
  /** Of the resident's mails, where it is known. */
  readonly language?: Language
  readonly children?: ComponentChildren
}

/** What the resident is told, before it is sent. */
export function MailPreview({ title, language, children }: Props) {
  return (
    <div class="mail-preview">
      <p>
        <Span k="staff.mail" class="tag" />{' '}
        <strong>
          <Say message={title} />
        </strong>{' '}
        {language !== undefined && (
          <span class="soft">
            （<Say message={say(languageName(language))} />）
          </span>
        )}
      </p>
      {children}
    </div>
  )
}
