import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Me } from '../../api/session.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useLater } from '../later.ts'
import { passTeamNet } from './team-net.ts'

type Props = { readonly me: Me; readonly children: ComponentChildren }

/** What every page of who works for a city stands behind: the app that the city wants (M9), and the code asked for once more (V9). */
export function TeamGate({ me, children }: Props) {
  return (
    <>
      {me.mustEnrol ? <AppFirst /> : children}
      <StepUp />
    </>
  )
}

function AppFirst() {
  const part = useLater(() => import('./app-first.tsx'), ['factor'])
  return part ? <part.AppFirst /> : <Loading />
}

/** V9: in place, so that all that was typed stays; several acts at once wait for one code. */
export function StepUp() {
  const [isAsked, setAsked] = useState(false)
  const waiting = useRef<((isGiven: boolean) => void)[]>([])
  useLayoutEffect(
    () =>
      passTeamNet(() => {
        setAsked(true)
        return new Promise(resolve => waiting.current.push(resolve))
      }),
    [],
  )
  const end = (isGiven: boolean) => {
    setAsked(false)
    for (const tell of waiting.current.splice(0)) tell(isGiven)
  }
  return isAsked ? <Dialog onEnd={end} /> : null
}

function Dialog({ onEnd }: { readonly onEnd: (isGiven: boolean) => void }) {
  const part = useLater(() => import('./step-up-dialog.tsx'), ['factor', 'person'])
  return part ? <part.StepUpDialog onEnd={onEnd} /> : null
}
