import type { WindowPolicy } from '@asaichi/contract/catalog/city.ts'
import { Li } from '../../i18n/text.tsx'

/** M17, M18, M21, S10: the city's own windows in sentences. */
export function WindowFacts({ windows }: { readonly windows: WindowPolicy }) {
  const { lottery, firstCome } = windows
  return (
    <ol class="do-next">
      {lottery.kind === 'rolling' && (
        <>
          <Li
            k="help.window-rolling"
            p={{ opens: lottery.opensDaysBefore, closes: lottery.closesDaysBefore }}
          />
          <Li k="help.window-rolling-draw" p={{ days: lottery.drawDaysBefore, time: lottery.drawTime }} />
        </>
      )}
      {lottery.kind === 'monthly' && (
        <>
          <Li
            k="help.window-monthly"
            p={{ months: lottery.monthsBefore, opens: lottery.opensDay, closes: lottery.closesDay }}
          />
          <Li k="help.window-monthly-draw" p={{ day: lottery.drawDay, time: lottery.drawTime }} />
        </>
      )}
      <FirstCome {...windows} />
      <Li k="help.window-closes" p={{ days: firstCome.closesOfficeDaysBefore }} />
    </ol>
  )
}

/** S10: a monthly lottery sets the opening of first come itself. */
function FirstCome({ lottery, firstCome }: Pick<WindowPolicy, 'lottery' | 'firstCome'>) {
  const time = firstCome.opensTime
  if (lottery.kind !== 'monthly')
    return <Li k="help.window-first-come" p={{ days: firstCome.opensDaysBefore, time }} />
  return lottery.firstComeDay === undefined ? (
    <Li k="help.window-first-come-draw" />
  ) : (
    <Li k="help.window-first-come-day" p={{ day: lottery.firstComeDay, time }} />
  )
}
