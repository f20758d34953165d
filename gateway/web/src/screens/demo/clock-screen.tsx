import { api } from '../../api/client.ts'
import { useSession } from '../../api/session.tsx'
import { useApi } from '../../api/use-api.ts'
import { useServerNow } from '../../api/use-server-now.ts'
import { Day } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import { dateAt, timeOfDayWithSeconds } from '../../lib/tokyo.ts'
import { loginPath } from '../../shell/login-path.ts'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ClockControls } from './clock-controls.tsx'

/** The demo's own time, and for its admin the way to move it: everything due on the way happens. */
export function ClockScreen() {
  const clock = useApi(signal => api.get('/api/demo/clock', { signal }), [], { refresh: true })
  const { session } = useSession()
  return (
    <Page title={say('kiosk.demo-clock-title')} screen="X2">
      <P k="kiosk.demo-clock-lead" class="lead" />
      {clock.status === 'refused' ? (
        <Notice tone="info" title={say('kiosk.demo-only')} />
      ) : (
        <Shown of={clock}>
          {({ now, heldAt }) => (
            <>
              <TownTime now={now} isHeld={heldAt !== null} />
              {session.status === 'known' && session.me.role === 'admin' ? (
                <ClockControls now={now} isHeld={heldAt !== null} onMoved={clock.reload} />
              ) : (
                <AdminOnly />
              )}
            </>
          )}
        </Shown>
      )}
    </Page>
  )
}

function TownTime({ now, isHeld }: { readonly now: string; readonly isHeld: boolean }) {
  const ticking = useServerNow(1000)
  const at = isHeld || ticking === undefined ? now : new Date(ticking).toISOString()
  return (
    <div class="town-time">
      <p>
        <Day date={dateAt(at)} />
      </p>
      <p class="town-time__clock">
        <time dateTime={at}>{timeOfDayWithSeconds(at)}</time>
      </p>
      <P k={isHeld ? 'kiosk.demo-clock-held' : 'kiosk.demo-clock-runs'} />
    </div>
  )
}

function AdminOnly() {
  return (
    <Notice tone="info" title={say('kiosk.demo-admin-title')}>
      <P k="kiosk.demo-admin-text" />
      <ButtonLink href={loginPath()} k="common.login" />
    </Notice>
  )
}
