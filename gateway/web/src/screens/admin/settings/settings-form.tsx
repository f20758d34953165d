import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Key } from '../../../i18n/catalogue.ts'
import { say } from '../../../i18n/message.ts'
import { H2, P, T } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Button, SubmitButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Section } from './question.ts'
import { Questions } from './question-view.tsx'
import type { Settings } from './use-settings.ts'
import './settings.css'

type Props<D, V> = {
  readonly settings: Settings<D, V>
  readonly sections: readonly Section[]
  /** What saving would mean, on the page that asks for the last press. */
  readonly planned: (planned: V) => ComponentChildren
  /** What stands under the questions of a section, drawn anew with every answer. */
  readonly under?: { readonly [title in Key]?: ComponentChildren }
}

/** Questions by section, then what they would change, then the press that saves. */
export function SettingsForm<D, V>({ settings, sections, planned, under = {} }: Props<D, V>) {
  const { form, scope, isOvertaken } = settings
  if (settings.planned !== undefined)
    return <Planned settings={settings}>{planned(settings.planned)}</Planned>
  return (
    <form
      class="settings"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        form.onSubmit()
      }}
    >
      <FormProblems form={form} />
      {isOvertaken && (
        <Notice tone="warning" title={say('admin.set-overtaken-title')} live>
          <P k="admin.set-overtaken" />
        </Notice>
      )}
      {sections.map(({ title, lead, questions }) => (
        <section key={title} aria-labelledby={`s-${title}`}>
          <H2 k={title} id={`s-${title}`} />
          {lead !== undefined && <P k={lead} />}
          <Questions questions={questions} scope={scope} />
          {under[title]}
        </section>
      ))}
      <SubmitButton busy={form.busy} k="admin.set-look" />
    </form>
  )
}

type PlannedProps = {
  readonly settings: Pick<Settings<unknown, unknown>, 'busy' | 'save' | 'back' | 'form'>
  readonly children: ComponentChildren
}

function Planned({ settings: { busy, save, back, form }, children }: PlannedProps) {
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div class="settings planned" ref={heading} tabIndex={-1}>
      <H2 k="admin.set-planned-title" />
      <FormProblems form={form} />
      {children}
      <div class="buttons">
        <Button size="large" busy={busy} onClick={save} k="admin.set-save" />
        <Button kind="secondary" size="large" onClick={back}>
          <T k="admin.set-back" />
        </Button>
      </div>
    </div>
  )
}
