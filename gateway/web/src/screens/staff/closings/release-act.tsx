import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { P } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Sure } from '../shared/sure.tsx'
import { useAct } from '../shared/use-act.ts'

type Props = { readonly actId: string; readonly onDone: () => void }

/** Takes a whole act back: the first press asks, the second one acts. */
export function ReleaseAct({ actId, onDone }: Props) {
  const [asks, setAsks] = useState(false)
  const release = useAct(async () => {
    const answer = await api.delete('/api/staff/closings/{actId}', { params: { actId } })
    if (answer.status === 'ok') onDone()
    return answer
  })
  if (!asks) return <Button kind="secondary" onClick={() => setAsks(true)} k="staff.closings-undo" />
  return (
    <Sure
      action={{ k: 'staff.closings-undo' }}
      kind="danger"
      act={release}
      onDo={() => void release.run({})}
      onClose={() => setAsks(false)}
    >
      <P k="staff.closings-undo-sure" />
    </Sure>
  )
}
