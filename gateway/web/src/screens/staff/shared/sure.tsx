import type { ComponentChildren } from 'preact'
import type { TextOf } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Button } from '../../../ui/button.tsx'

type Act = {
  readonly busy: boolean
  readonly form: Parameters<typeof FormProblems>[0]['form']
}
type Props = {
  /** What the button that acts says. */
  readonly action: TextOf
  readonly kind?: 'primary' | 'danger'
  /** Of `useAct`, where the answer comes while this is open. */
  readonly act?: Act
  readonly onDo: () => void
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** Asks back before an act: what it does, then the two ways on. */
export function Sure({ action, kind = 'primary', act, onDo, onClose, children }: Props) {
  return (
    <>
      {act && <FormProblems form={act.form} />}
      {children}
      <div class="buttons">
        <Button kind={kind} busy={act?.busy ?? false} onClick={onDo} {...action} />
        <Button kind="secondary" onClick={onClose} k="common.cancel-action" />
      </div>
    </>
  )
}
