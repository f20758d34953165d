import type { LockAddress } from '@asaichi/contract/lock/topics.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import { afterKeypadEvent, isCountedOnly, type KeypadEvent } from '../domain/keypad-guesses.ts'
import { keepGuesses, lockKeypad } from '../store/keypad-guesses.ts'
import type { Tables } from '../store/schema.ts'

/** P13: counts what is pressed at a keypad, each entry once. Answers whether the event itself is to be kept as well. */
export async function watchKeypad(
  tx: Transaction<Tables>,
  address: LockAddress,
  event: KeypadEvent,
): Promise<boolean> {
  const { guesses: before, isCounted } = await lockKeypad(tx, address, event)
  const guesses = isCounted ? before : afterKeypadEvent(before, event, await townNow(tx))
  if (!isCounted) await keepGuesses(tx, address, { boot: event.boot, seq: event.seq, guesses })
  return event.type === 'unlocked' || !isCountedOnly(guesses)
}
