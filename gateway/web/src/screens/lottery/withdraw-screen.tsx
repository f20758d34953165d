import { useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { Until } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { Li, P } from '../../i18n/text.tsx'
import type { ScreenProps } from '../../shell/area.tsx'
import { NeedsLogin } from '../../shell/needs-login.tsx'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StateCard } from '../../ui/state/state-card.tsx'
import { stateOf } from '../../ui/state/states.ts'
import { entryPath } from '../own/paths.ts'
import { AskBack, Losses } from '../shared/ask-back.tsx'
import { EntryFacts } from './entry-facts.tsx'
import { canWithdraw, type EntryDetails, useEntry } from './use-entry.ts'

/** R17, M19, M29: an entry is taken back before the close; from the freeze on nothing leaves the list. */
export function WithdrawScreen({ params: { entryId = '' } }: ScreenProps) {
  return (
    <Page
      title={say('press.withdraw-title')}
      screen="R17"
      crumbs={[
        { href: '/my?tab=draws', label: say('common.nav-my') },
        { href: entryPath(entryId), label: say('lottery.entry-title') },
      ]}
    >
      <NeedsLogin>{() => <Loaded entryId={entryId} />}</NeedsLogin>
    </Page>
  )
}

function Loaded({ entryId }: { readonly entryId: string }) {
  const shown = useEntry(entryId)
  const [isDone, setDone] = useState(false)
  return (
    <Shown of={shown}>
      {entry => {
        if (isDone || entry.status === 'withdrawn') return <Withdrawn isDone={isDone} />
        if (!canWithdraw(entry)) return <TooLate entry={entry} />
        return <Ask entry={entry} onDone={() => setDone(true)} />
      }}
    </Shown>
  )
}

function Ask({ entry, onDone }: { readonly entry: EntryDetails; readonly onDone: () => void }) {
  const { entryId } = entry
  const withdraw = async () => {
    const answer = await api.post('/api/entries/{entryId}/withdraw', { params: { entryId }, body: {} })
    if (answer.status === 'ok') onDone()
    return answer
  }
  return (
    <>
      <P k="press.withdraw-lead" class="lead" />
      <EntryFacts entry={entry} />
      <Losses>
        <Li k="press.withdraw-lost" />
        <Li k="press.withdraw-again" p={{ at: <Until at={entry.closesAt} /> }} />
      </Losses>
      <AskBack action="press.withdraw-do" keepPath={entryPath(entryId)} submit={withdraw} />
    </>
  )
}

function Withdrawn({ isDone }: { readonly isDone: boolean }) {
  return (
    <>
      {isDone && <Notice tone="success" title={say('press.withdrawn-title')} live />}
      <StateCard state={stateOf('entry', 'withdrawn')} />
      <ToMyPage />
    </>
  )
}

function TooLate({ entry }: { readonly entry: EntryDetails }) {
  return (
    <>
      <Notice tone="warning" title={say('press.withdraw-late')}>
        <P k="press.withdraw-late-text" p={{ closedAt: <Until at={entry.closesAt} /> }} />
      </Notice>
      <div class="buttons">
        <ButtonLink href={entryPath(entry.entryId)} kind="secondary" k="lottery.entry-title" />
      </div>
    </>
  )
}

function ToMyPage() {
  return (
    <div class="buttons">
      <ButtonLink href="/my?tab=draws" kind="secondary" k="common.nav-my" />
    </div>
  )
}
