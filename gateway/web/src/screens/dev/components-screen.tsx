import type { ComponentChildren } from 'preact'
import { Page } from '../../shell/page.tsx'
import { AwayNotice } from '../../ui/away-notice.tsx'
import { BigLinks } from '../../ui/big-links.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StateCard } from '../../ui/state/state-card.tsx'
import { allStates } from '../../ui/state/states.ts'
import { StatusBadge } from '../../ui/state/status-badge.tsx'
import { Countdown } from '../../ui/steps/countdown.tsx'
import { Facts } from '../../ui/steps/facts.tsx'
import { StepNav } from '../../ui/steps/step-nav.tsx'
import { UrgentBanner } from '../../ui/urgent-banner.tsx'
import { AvailabilityDemo } from './availability-demo.tsx'
import { FormDemo } from './form-demo.tsx'
import { TableDemo } from './table-demo.tsx'

/** Every component in every state, for eyes, axe, 320 px, 200 %, forced colours and print. */
export function ComponentsScreen() {
  return (
    <Page title="部品の一覧" screen="DEV" crumbs={[{ href: '/dev/ui', label: '開発' }]}>
      <Part title="Button, ButtonLink">
        <Buttons />
      </Part>
      <Part title="BigLinks">
        <BigLinks links={[{ href: '/search', title: '施設を探す', note: '場所、部屋、設備を見ます' }]} />
      </Part>
      <Part title="StepNav">
        <StepNav steps={['日にち・時間', '内容', '確認', '完了']} now={2} />
      </Part>
      <Part title="Notice, UrgentBanner, AwayNotice, Loading">
        <Messages />
      </Part>
      <Part title="StatusBadge, StateCard">
        <States />
      </Part>
      <Part title="Facts">
        <Facts rows={FACTS} />
      </Part>
      <Part title="Countdown">
        <Countdown until="2099-01-01T00:00:00.000Z" />
        <Countdown until="2020-01-01T00:00:00.000Z" />
      </Part>
      <Part title="MonthCalendar, SlotList, RangeBar">
        <AvailabilityDemo />
      </Part>
      <Part title="Form">
        <FormDemo />
      </Part>
      <Part title="Table, RoomDayTable, Tabs, Paged, Dialog, PrintSheet">
        <TableDemo />
      </Part>
    </Page>
  )
}

const FACTS = [
  ['施設', '井の頭東部地区公会堂'],
  ['部屋', '1階洋室'],
  ['催しの名前', 'とても長い名前の催しでも折り返して読めるようにしている地域のみなさんの読書の集まり'],
] as const

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Buttons() {
  return (
    <p class="buttons">
      <Button>申し込む</Button>
      <Button size="large">大きい</Button>
      <Button kind="secondary" size="small">
        小さい
      </Button>
      <Button kind="danger">取り消す</Button>
      <Button kind="text">文字だけ</Button>
      <Button busy>送る</Button>
      <Button disabled>押せない</Button>
      <ButtonLink href="/">リンク</ButtonLink>
    </p>
  )
}

const AWAY = { status: 'away', code: undefined, retryAfter: undefined } as const

function Messages() {
  return (
    <>
      <UrgentBanner>台風のため、あすは全館休館します。</UrgentBanner>
      {(['info', 'success', 'warning', 'error'] as const).map(tone => (
        <Notice key={tone} tone={tone} title="見出し">
          <p>ここに説明が入ります。何をすればよいかを書きます。</p>
        </Notice>
      ))}
      {(['offline', 'busy', 'fault'] as const).map(reason => (
        <AwayNotice key={reason} away={{ ...AWAY, reason }} onRetry={() => undefined} />
      ))}
      <Loading />
    </>
  )
}

function States() {
  return (
    <>
      <p class="buttons">
        {allStates().map(state => (
          <StatusBadge key={state.word} state={state} />
        ))}
      </p>
      {allStates().map(state => (
        <StateCard key={state.word} state={state} />
      ))}
    </>
  )
}
