import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/points.ts'

export const texts: Translation<typeof ja> = {
  title: '{点|てん}',
  'cause-late-cancel': '{使|つか}う{日|ひ}の{近|ちか}くに {取|と}り{消|け}した',
  'cause-no-show': '{来|こ}なかった',
  'cancel-gives': '{今|いま} {取|と}り{消|け}すと、{points}{点|てん}が つきます。',
  'cancel-means':
    '{days}{日|にち}の{間|あいだ}に {number}{点|てん}に なると、{ban}{日|にち} {申|もう}し{込|こ}めません。',
  gave: 'この{予約|よやく}で {points}{点|てん}が つきました（{cause}）。',
  waived: 'この{点|てん}は なくなりました。{理由|りゆう}：{reason}',
  standing:
    '{今|いま}の{点|てん}：{counted}（{days}{日|にち}の{間|あいだ}に {number}に なると、{ban}{日|にち} {申|もう}し{込|こ}めません）',
  'banned-title': '{新|あたら}しい{申|もう}し{込|こ}みは できません',
  'banned-text':
    '{点|てん}が {多|おお}いので、{until}まで {申|もう}し{込|こ}めません。{今|いま}ある{予約|よやく}は {使|つか}えます。',
  see: '{点|てん}を{見|み}る',
  list: '{今|いま}までの{点|てん}',
  none: '{点|てん}は ありません。',
  count: '{points}{点|てん}',
  'see-booking': '{予約|よやく}を{見|み}る',
  ask: 'わけが あるときは、{市|し}の{窓口|まどぐち}に {言|い}ってください。',
}
