import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/headcount.ts'

export const texts: Translation<typeof ja> = {
  title: '{使|つか}った{人|ひと}の{数|かず}',
  lead: '{部屋|へや}を{使|つか}った{人|ひと}の{数|かず}を{入|い}れてください。いないときは 0 です。{until}まで {何回|なんかい}でも {直|なお}せます。',
  error: '{name}の{数|かず}を、0から{most}までの{数字|すうじ}で {入|い}れてください',
  save: '{人|ひと}の{数|かず}を{送|おく}る',
  correct: '{人|ひと}の{数|かず}を{直|なお}す',
  count: '{count}{人|にん}',
  total: '{全部|ぜんぶ}で',
  'by-resident': '{使|つか}った{人|ひと}が{書|か}きました（{at}）。',
  'by-staff': '{市|し}の{人|ひと}が{書|か}きました（{at}）。',
  'wanted-title': '{使|つか}った{人|ひと}の{数|かず}を{教|おし}えてください',
  wanted:
    '{終|お}わった{予約|よやく}について、{何人|なんにん}で{使|つか}ったかを {予約|よやく}のページで {入|い}れてください。',
}
