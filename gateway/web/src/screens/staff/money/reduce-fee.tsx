import { useLater } from '../../../shell/later.ts'
import type { ReduceFeeProps } from '../../counter/fee/reduction-form.tsx'

/** G10: 減免, for what costs something; most days need none of it. */
export function ReduceFee(props: ReduceFeeProps) {
  const { yen, fee } = props.booking
  return yen > 0 || fee ? <Form key={props.booking.version} {...props} /> : null
}

function Form(props: ReduceFeeProps) {
  const part = useLater(() => import('../../counter/fee/reduction-form.tsx'), ['fees'])
  return part ? <part.ReductionForm {...props} /> : null
}
