import type { City } from '@asaichi/contract/catalog/city.ts'
import { P } from '../../../i18n/text.tsx'
import { useCity } from '../../../shell/city.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { CounterFields } from './counter-fields.tsx'
import { CounterSlip } from './counter-slip.tsx'
import { useCounterForm } from './use-counter-form.ts'

/** T18, W6: the form, then the slip. */
export function RegisterPerson() {
  const { city } = useCity()
  return city ? <Registering city={city} /> : <Loading />
}

function Registering({ city }: { readonly city: City }) {
  const form = useCounterForm(city.policy.termsVersion)
  if (form.answer?.status === 'ok')
    return <CounterSlip city={city} values={form.values} registered={form.answer.value} onNew={form.reset} />
  return (
    <>
      <P k="staff.counter-register-lead" class="lead" />
      <CounterFields form={form} city={city} />
    </>
  )
}
