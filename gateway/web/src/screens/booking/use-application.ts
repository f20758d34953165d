import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Listing } from '@asaichi/contract/catalog/venue.ts'
import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { api, type ResultAt } from '../../api/client.ts'
import type { Result } from '../../api/result.ts'
import { learnServerTime } from '../../api/server-clock.ts'
import { type FieldError, type Form, useForm } from '../../forms/use-form.ts'
import { wholeNumber } from '../../lib/normalise-number.ts'
import type { ApplicationProps } from './application-props.ts'
import { EMPTY, fieldErrorsOf, listingFor, type Values, wrongFields } from './application-values.ts'

type ProblemAt<P extends '/api/reservations' | '/api/entries'> =
  ResultAt<'post', P> extends Result<unknown, infer Problem> ? Problem : never
export type ApplyProblem = ProblemAt<'/api/reservations'> | ProblemAt<'/api/entries'>
type Sent = Result<string, ApplyProblem>

export type ApplicationTools = {
  readonly form: Form<Values, Sent>
  /** What is applied for: the listing whose use fits the answer about money (M14). */
  readonly listing: Listing
  readonly isFilled: boolean
  /** Why the time that is now chosen was refused. */
  readonly problem: ApplyProblem | undefined
}

type Props = ApplicationProps & { readonly city: City | undefined; readonly onWrong: () => void }

/** One application from the first letter to the receipt, with one draft and one key. */
export function useApplication(props: Props): ApplicationTools {
  const { room, phase, wanted, city, onWrong } = props
  const [, navigate] = useLocation()
  const sentFor = useRef('')
  const form = useForm<Values, Sent>({
    initial: EMPTY,
    draft: 'apply',
    validate: values => wrongFields(values, room, phase),
    submit: async (values, key) => {
      sentFor.current = JSON.stringify(wanted)
      const answer = await send(values, { ...props, key })
      if (answer.status === 'ok') navigate(answer.value, { replace: true })
      return answer
    },
  })
  const listing = listingFor(room, form.values.paid) ?? room.listing
  const { answer } = form
  useEffect(() => {
    if (answer?.status !== 'refused') return
    const found: readonly FieldError[] = fieldErrorsOf(answer.problem)
    if (found.length === 0) return
    form.setErrors(found)
    onWrong()
  }, [answer])
  usePressAtOpening(form)
  const isForThis = sentFor.current === JSON.stringify(wanted)
  return {
    form,
    listing,
    isFilled: wrongFields(form.values, room, phase).length === 0 && city !== undefined,
    problem: isForThis && answer?.status === 'refused' ? answer.problem : undefined,
  }
}

type Sending = Props & { readonly key: string }

async function send(values: Values, { room, phase, wanted, city, key }: Sending): Promise<Sent> {
  const { date, from, to } = wanted
  const { listingId } = listingFor(room, values.paid) ?? room.listing
  const asked = {
    eventName: values.eventName.trim(),
    people: wholeNumber(values.people) ?? 0,
    note: values.note.trim(),
    paidEvent: values.paid === 'yes',
    acceptedTermsVersion: city?.policy.termsVersion ?? '',
    guardianPresent: values.adult === 'yes',
  }
  if (phase === 'lottery') {
    const wishes = [{ listingId, date, from, to }, ...values.more.filter(wish => wish.date !== '')]
    const answer = await api.post('/api/entries', { key, body: { ...asked, wishes } })
    return answer.status === 'ok' ? { ...answer, value: `/apply/done?entry=${answer.value.entryId}` } : answer
  }
  const answer = await api.post('/api/reservations', { key, body: { ...asked, listingId, date, from, to } })
  return answer.status === 'ok'
    ? { ...answer, value: `/apply/done?receipt=${answer.value.receiptId}` }
    : answer
}

const MOST_EARLY_MS = 10_000
const MOST_AGAIN = 5

/** R14: a press that came a moment too early, by a clock a moment too fast, is pressed again at the opening. */
function usePressAtOpening({ answer, onSubmit }: Form<Values, Sent>): void {
  const again = useRef(0)
  useEffect(() => {
    if (answer?.status !== 'refused' || answer.problem.code !== 'not-open-yet') return
    const { opensAt, serverTime } = answer.problem
    learnServerTime(serverTime)
    const early = Date.parse(opensAt) - Date.parse(serverTime)
    if (early > MOST_EARLY_MS || again.current++ >= MOST_AGAIN) return
    const timer = setTimeout(onSubmit, early + 50)
    return () => clearTimeout(timer)
  }, [answer])
}
