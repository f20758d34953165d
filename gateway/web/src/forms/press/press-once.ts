import type { Result } from '../../api/result.ts'
import { shownPerson } from '../../api/shown-person.ts'
import { forgetDraft, keepDraft, readDraft } from '../drafts.ts'

type Press = { readonly path: string; readonly body: object }
type Pressing<P extends Press, A> = {
  /** Of the form, whose key all these presses share. */
  readonly draft: string
  readonly press: P
  readonly send: (press: P) => Promise<A>
}
/** `press` is what the answer is about: the one that was wanted, or an earlier one of the same key that was taken. */
type Pressed<P extends Press, A> = { readonly press: P; readonly answer: A }

/**
 * B14, D5: while nobody knows what became of a press, the next one of the form goes under the same key, so that only one of them
 * can be taken. Where it was an earlier one, that one is asked for again, and its answer is what there is to tell.
 */
export async function pressOnce<P extends Press, A extends Result<unknown, { readonly code: string }>>(
  pressing: Pressing<P, A>,
): Promise<Pressed<P, A>> {
  const pressed = await settle(pressing)
  if (pressed.answer.status !== 'away') forgetDraft(nameOf(pressing.draft))
  return pressed
}

async function settle<P extends Press, A extends Result<unknown, { readonly code: string }>>({
  draft,
  press,
  send,
}: Pressing<P, A>): Promise<Pressed<P, A>> {
  const open = readOpen<P>(draft).filter(one => JSON.stringify(one) !== JSON.stringify(press))
  // A key counts within one service: what another one was sent is settled there first.
  for (const earlier of open.filter(one => one.path !== press.path)) {
    const answer = await send(earlier)
    if (answer.status !== 'refused') return { press: earlier, answer }
  }
  const rivals = open.filter(one => one.path === press.path)
  keepOpen(draft, [...rivals, press])
  const answer = await send(press)
  if (!isUsed(answer)) return { press, answer }
  for (const earlier of rivals) {
    const found = await send(earlier)
    if (!isUsed(found)) return { press: earlier, answer: found }
  }
  return { press, answer }
}

function isUsed(answer: Result<unknown, { readonly code: string }>): boolean {
  return answer.status === 'refused' && answer.problem.code === 'key-used-differently'
}

const NONE = { presses: '[]', person: '' }

function keepOpen(draft: string, presses: readonly Press[]): void {
  keepDraft(nameOf(draft), { presses: JSON.stringify(presses), person: shownPerson() ?? '' })
}

// Safe: only `keepOpen` writes under this name, and another person's presses are not ours to repeat.
function readOpen<P extends Press>(draft: string): readonly P[] {
  const { presses, person } = readDraft(nameOf(draft), NONE)
  return person === shownPerson() ? (JSON.parse(presses) as P[]) : []
}

function nameOf(draft: string): string {
  return `${draft}#open`
}
