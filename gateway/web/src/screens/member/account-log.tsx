import { ActList } from './act-list.tsx'
import { SessionList } from './session-list.tsx'

/** What few come to the account for: where one is logged in, and what was done to it. */
export function AccountLog() {
  return (
    <>
      <SessionList />
      <ActList />
    </>
  )
}
