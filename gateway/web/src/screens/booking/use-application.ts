import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Listing } from '@asaichi/contract/catalog/venue.ts'
import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import type { Result } from '../../api/result.ts'
import { learnServerTime } from '../../api/server-clock.ts'
import { pressOnce } from '../../forms/press/press-once.ts'
import { type FieldError, type Form, useForm } from '../../forms/use-form.ts'
import type { ApplicationProps } from './application-props.ts'
import { EMPTY, fieldErrorsOf, listingFor, type Values, wrongFields } from './application-values.ts'
import { type ApplyProblem, type Press, pressOf, type Received, sendPress } from './press/press.ts'
import { keepSent } from './sent-before.ts'

type Sent = Result<Received, ApplyProblem> | { readonly status: 'refused'; readonly earlier: Earlier }
/** B14: an earlier press whose answer was lost had been received. */
export type Earlier = { readonly press: Press; readonly received: Received }

export type ApplicationTools = {
  readonly form: Form<Values, Sent>
  /** What is applied for: the listing whose use fits the answer about money (M14). */
  readonly listing: Listing
  readonly isFilled: boolean
  /** Why the time that is now chosen was refused. */
  readonly problem: ApplyProblem | undefined
  /** What was received instead of it. */
  readonly earlier: Earlier | undefined
}

const DRAFT = 'apply'

type Props = ApplicationProps & { readonly city: City | undefined; readonly onWrong: () => void }

/** One application from the first letter to the receipt, with one draft and one key. */
export function useApplication(props: Props): ApplicationTools {
  const { room, phase, wanted, city, onWrong } = props
  const [, navigate] = useLocation()
  const sentFor = useRef('')
  const form = useForm<Values, Sent>({
    initial: EMPTY,
    draft: DRAFT,
    validate: values => wrongFields(values, { room, phase, city }),
    submit: async (values, key) => {
      sentFor.current = JSON.stringify(wanted)
      const press = pressOf(values, props)
      const send = (one: Press) => sendPress(one, key)
      const { answer, press: told } = await pressOnce({ draft: DRAFT, press, send })
      if (answer.status !== 'ok') return answer
      if (told !== press) return { status: 'refused', earlier: { press: told, received: answer.value } }
      keepSent(wanted, answer.value.done)
      navigate(answer.value.done, { replace: true })
      return answer
    },
  })
  const listing = listingFor(room, form.values.paid) ?? room.listing
  const { answer } = form
  const problem = answer && problemIn(answer)
  useEffect(() => {
    const found: readonly FieldError[] = problem ? fieldErrorsOf(problem) : []
    if (found.length === 0) return
    form.setErrors(found)
    onWrong()
  }, [answer])
  const isForThis = sentFor.current === JSON.stringify(wanted)
  // What is sent again by itself is what was pressed, and never another time.
  const shown = isForThis ? form : { ...form, answer: undefined }
  usePressAtOpening(shown)
  return {
    form: shown,
    listing,
    isFilled: wrongFields(form.values, { room, phase, city }).length === 0 && city !== undefined,
    problem: isForThis ? problem : undefined,
    earlier: isForThis && answer && 'earlier' in answer ? answer.earlier : undefined,
  }
}

function problemIn(answer: Sent): ApplyProblem | undefined {
  return answer.status === 'refused' && 'problem' in answer ? answer.problem : undefined
}

const MOST_EARLY_MS = 10_000
const MOST_AGAIN = 5

/** R14: a press that came a moment too early, by a clock a moment too fast, is pressed again at the opening. */
function usePressAtOpening({ answer, onSubmit }: Form<Values, Sent>): void {
  const again = useRef(0)
  useEffect(() => {
    const problem = answer && problemIn(answer)
    if (problem?.code !== 'not-open-yet') return
    const { opensAt, serverTime } = problem
    learnServerTime(serverTime)
    const early = Date.parse(opensAt) - Date.parse(serverTime)
    if (early > MOST_EARLY_MS || again.current++ >= MOST_AGAIN) return
    const timer = setTimeout(onSubmit, early + 50)
    return () => clearTimeout(timer)
  }, [answer])
}
