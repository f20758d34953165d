import type { Chapter } from './chapter.ts'
import { cancelChapter } from './chapters/cancel.ts'
import { doorsChapter } from './chapters/doors.ts'
import { lotteryChapter } from './chapters/lottery.ts'
import { newcomerChapter } from './chapters/newcomer.ts'
import { sapporoChapter } from './chapters/sapporo.ts'
import { sevenOClockChapter } from './chapters/seven-oclock.ts'
import type { Thread } from './thread.ts'

/** Section by section; every telling has a thread of its own. */
export function story(): readonly Chapter[] {
  const thread: Thread = {}
  return [
    newcomerChapter(thread),
    sevenOClockChapter(thread),
    doorsChapter(thread),
    cancelChapter(thread),
    sapporoChapter,
    lotteryChapter(thread),
  ]
}
