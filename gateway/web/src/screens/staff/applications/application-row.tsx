import { Until, When } from '../../../i18n/format.tsx'
import { Say, Span, T, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/button.tsx'
import { stateOf } from '../../../ui/state/states.ts'
import { StatusBadge } from '../../../ui/state/status-badge.tsx'
import { FeeTag } from '../money/fee-tag.tsx'
import { ApplicantName } from '../shared/applicant-name.tsx'
import type { PersonName } from '../shared/names-of.ts'
import { ApplicationDetail } from './application-detail.tsx'
import type { Decided } from './use-decisions.ts'
import type { WaitingApplication } from './waiting-application.ts'

type Props = {
  readonly application: WaitingApplication
  readonly name: PersonName | undefined
  readonly decided: Decided | undefined
  readonly isCurrent: boolean
  readonly isChosen: boolean
  readonly rowRef: (element: HTMLElement | null) => void
  readonly onTake: () => void
  readonly onChoose: () => void
  readonly onApprove: () => void
  readonly onRefuse: () => void
  readonly onTakeBack: () => void
  /** The button that takes back is reached: its time begins anew. */
  readonly onReach: () => void
  readonly onReload: () => void
}

const HELD = { approve: 'staff.approve-held', refuse: 'staff.refuse-held' } as const

/** One application: what and when at a glance, everything when it is open, and its buttons. */
export function ApplicationRow(props: Props) {
  const { application, decided, isCurrent } = props
  const isWaiting = application.status === 'pending' && decided?.kind !== 'done'
  const detailId = `detail-${application.reservationId}`
  return (
    <li class={isWaiting ? 'queue__item' : 'queue__item queue__item--over'}>
      <div class="queue__row">
        {isWaiting && decided?.kind !== 'held' ? <ChooseBox {...props} /> : <span class="queue__check" />}
        <button
          type="button"
          class="queue__open"
          ref={props.rowRef}
          aria-expanded={isCurrent}
          aria-controls={isCurrent ? detailId : undefined}
          onClick={props.onTake}
        >
          <Headline application={application} name={props.name} />
        </button>
        <div class="queue__acts">
          {isWaiting ? <Acts {...props} /> : <Outcome application={application} decided={decided} />}
        </div>
      </div>
      {decided?.kind === 'failed' && (
        <p class="queue__failed">
          <Say message={decided.message} />
        </p>
      )}
      {isCurrent && (
        <div id={detailId}>
          <ApplicationDetail application={application} isWaiting={isWaiting} onReload={props.onReload} />
        </div>
      )}
    </li>
  )
}

function ChooseBox({ application, isChosen, onChoose }: Props) {
  const t = useText()
  return (
    <label class="queue__check">
      <input type="checkbox" checked={isChosen} onChange={onChoose} />
      <span class="visually-hidden">{t('staff.choose-one', { name: application.eventName })}</span>
    </label>
  )
}

function Headline({ application, name }: Pick<Props, 'application' | 'name'>) {
  const { date, from, to, venueName, spaceName, eventName, people, answerBy, sameDay } = application
  return (
    <>
      <span class="queue__when">
        <When date={date} from={from} to={to} short />
      </span>
      <span class="queue__where" lang="ja">
        {venueName} <span class="nowrap">{spaceName}</span>
      </span>
      <span class="queue__what">
        <strong lang="ja">{eventName}</strong> {name && <ApplicantName person={name} />}{' '}
        <Span k="staff.people-count" p={{ count: people }} />
        {sameDay > 0 && <Span k="staff.tag-same-day" p={{ count: sameDay }} class="tag tag--warn" />}
        <FeeTag yen={application.yen} />
        {application.entryId !== null && <Span k="staff.tag-won" class="tag" />}
        {application.bookedBy === 'staff' && <Span k="staff.tag-by-staff" class="tag" />}
      </span>
      {application.status === 'pending' && (
        <Span k="staff.answer-by" p={{ at: <AnswerBy at={answerBy} /> }} class="queue__deadline" />
      )}
    </>
  )
}

function AnswerBy({ at }: { readonly at: string }) {
  return (
    <span class="queue__at">
      <Until at={at} short />
    </span>
  )
}

function Acts({ application, decided, onApprove, onRefuse, onTakeBack, onReach }: Props) {
  const named = <span class="visually-hidden">：{application.eventName}</span>
  if (decided?.kind === 'held')
    return (
      <>
        <Span k={HELD[decided.act]} />
        <span onFocusIn={onReach}>
          <Button size="small" kind="secondary" onClick={onTakeBack}>
            <T k="staff.take-back" />
            {named}
          </Button>
        </span>
      </>
    )
  return (
    <>
      <Button size="small" busy={decided?.kind === 'sending'} onClick={onApprove}>
        <T k="staff.approve" />
        {named}
      </Button>
      <Button size="small" kind="secondary" onClick={onRefuse}>
        <T k="staff.refuse" />
        {named}
      </Button>
    </>
  )
}

function Outcome({ application, decided }: Pick<Props, 'application' | 'decided'>) {
  const done = decided?.kind === 'done' ? decided : application
  return (
    <>
      <StatusBadge state={stateOf('reservation', done.status)} />
      {done.number !== null && <Span k="staff.number-is" p={{ number: done.number }} />}
    </>
  )
}
