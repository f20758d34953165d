import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { say } from '../../../i18n/message.ts'
import { P, T } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Sure } from '../shared/sure.tsx'
import { Told } from '../shared/told.tsx'
import { useAct } from '../shared/use-act.ts'

const KEEP = {
  name: 'emergency.spares-keep',
  text: 'emergency.spares-keep-text',
  act: 'emergency.spares-keep-do',
} as const
const END = {
  name: 'emergency.spares-end',
  text: 'emergency.spares-end-text',
  act: 'emergency.spares-end-do',
} as const

type Props = { readonly venueId: string; readonly keeps: boolean; readonly onChanged: () => void }

/** V14: an admin has numbers put in store at a venue's doors, or taken out. */
export function VenueSpares({ venueId, keeps, onChanged }: Props) {
  const [isAsked, setAsked] = useState(false)
  const [isChanged, setChanged] = useState(false)
  const close = () => setAsked(false)
  const change = useAct(async () => {
    const answer = await api.post('/api/staff/venues/{venueId}/spare-codes', {
      params: { venueId },
      body: { keeps: !keeps },
    })
    if (answer.status === 'ok') {
      close()
      setChanged(true)
      onChanged()
    }
    return answer
  })
  const { name, text, act } = keeps ? END : KEEP
  return (
    <>
      <Told>{isChanged && <T k="emergency.spares-changed" />}</Told>
      <div class="buttons">
        <Button kind="secondary" size="small" onClick={() => setAsked(true)} k={name} />
      </div>
      {isAsked && (
        <Dialog title={say(name)} isOpen onClose={close}>
          <Sure
            action={{ k: act }}
            kind={keeps ? 'danger' : 'primary'}
            act={change}
            onDo={() => void change.run({})}
            onClose={close}
          >
            <P k={text} />
          </Sure>
        </Dialog>
      )}
    </>
  )
}
