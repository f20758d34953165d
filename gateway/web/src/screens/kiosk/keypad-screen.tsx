import { useLocation, useSearch } from 'wouter-preact'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useLanguage } from '../../i18n/language.ts'
import { say } from '../../i18n/message.ts'
import { ownWords, type Worded } from '../../i18n/own-words.ts'
import { P } from '../../i18n/text.tsx'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { VirtualKeypad } from './virtual-keypad.tsx'

/** L1, M27: the doors of the demo, to be opened with the code of an approved booking. */
export function KeypadScreen() {
  const doors = useApi(signal => api.get('/api/demo/keypads', { signal }), [])
  return (
    <Page title={say('kiosk.keypad-title')} screen="L1">
      <P k="kiosk.keypad-lead" class="lead" />
      {doors.status === 'refused' ? (
        <Notice tone="info" title={say('kiosk.demo-only')} />
      ) : (
        <Shown of={doors}>{({ items }) => <Doors doors={items} />}</Shown>
      )}
    </Page>
  )
}

type Door = Worded<'name'> & { readonly lockId: string }

function Doors({ doors }: { readonly doors: readonly Door[] }) {
  const language = useLanguage()
  const search = useSearch()
  const [, navigate] = useLocation()
  const wanted = new URLSearchParams(search).get('door')
  const door = doors.find(one => one.lockId === wanted) ?? doors[0]
  if (!door) return <Notice tone="info" title={say('kiosk.no-doors')} />
  return (
    <Tabs
      label={say('kiosk.choose-door')}
      tabs={doors.map(one => ({ id: one.lockId, label: ownWords(one, 'name', language).text }))}
      now={door.lockId}
      onChange={id => navigate(`/keypad?door=${encodeURIComponent(id)}`, { replace: true })}
    >
      <VirtualKeypad key={door.lockId} door={door} />
    </Tabs>
  )
}
