import type { UserClass } from '@asaichi/contract/catalog/user-class.ts'
import type { Bookable } from '../../api/bookable.ts'
import { useMe } from '../../api/session.tsx'
import { say } from '../../i18n/message.ts'
import { OwnText } from '../../i18n/own-text.tsx'
import { P } from '../../i18n/text.tsx'
import { useCity } from '../../shell/city.tsx'
import { Notice } from '../../ui/notice.tsx'

/** G11: what is other for the reader's class than the month's calendar, which is everybody's, says. */
export function OwnClass({ room: { venue } }: { readonly room: Bookable }) {
  const me = useMe()
  const policy = useCity().cities?.find(city => city.cityId === venue.cityId)?.policy
  const own = policy?.classes?.find(each => me?.cityId === venue.cityId && each.classId === me.classId)
  return own ? <Others own={own} hasLottery={policy?.windows.lottery.kind !== 'none'} /> : null
}

function Others({ own, hasLottery }: { readonly own: UserClass; readonly hasLottery: boolean }) {
  const name = <OwnText of={own} field="name" />
  return (
    <>
      {own.firstComeDelayDays !== undefined && (
        <P k="press.class-later" p={{ name, count: own.firstComeDelayDays }} />
      )}
      {own.feePercent !== undefined && <P k="press.class-fee" p={{ name, percent: own.feePercent }} />}
      {own.entersLottery === false && hasLottery && <P k="press.class-no-lottery" p={{ name }} />}
    </>
  )
}

/** The time that was chosen is another one's now. */
export function RangeGone() {
  return (
    <Notice tone="warning" title={say('press.range-gone-title')} live>
      <P k="press.range-gone-text" />
    </Notice>
  )
}
