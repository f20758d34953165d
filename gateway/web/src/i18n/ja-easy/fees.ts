import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/fees.ts'

export const texts: Translation<typeof ja> = {
  room: '{部屋|へや}の{料金|りょうきん}',
  'rest-day': '{土日|どにち}・{祝日|しゅくじつ}の{料金|りょうきん}（{percent}%）',
  class: '{name}の{料金|りょうきん}（{percent}%）',
  reduction: '{安|やす}くした{分|ぶん}（{percent}%）',
  exemption: 'お{金|かね}は いりません',
  options: '{借|か}りるもの',
  note: 'この{日|ひ}の あなたの{料金|りょうきん}は、いつもの {percent}%です。',
  reduce: '{料金|りょうきん}を {安|やす}くする',
  'reduce-note':
    '{入金|にゅうきん}の{前|まえ}だけ できます。{請求書|せいきゅうしょ}が あれば、{新|あたら}しくして {本人|ほんにん}に {送|おく}ります。{理由|りゆう}は {本人|ほんにん}が {見|み}ます。',
  'reduce-percent': '{何|なん}％ {安|やす}くするか',
  'reduce-percent-hint': '100は お{金|かね}が いりません。0は {元|もと}に もどします。',
  'reduce-percent-wrong': '0から100までの {数|かず}を {書|か}いてください',
  'reduce-reason': '{理由|りゆう}',
  'reduce-reason-wrong': '{理由|りゆう}を {書|か}いてください',
  'reduce-do': 'これで {変|か}える',
  reduced: '{料金|りょうきん}を {yen}に しました',
  'class-change-note':
    '{次|つぎ}の {申込|もうしこ}みから {変|か}わります。{今|いま}の {予約|よやく}は そのままです。{変|か}えたことは {本人|ほんにん}の {記録|きろく}に {残|のこ}ります。',
  'class-change-do': '{区分|くぶん}を{変|か}える',
  'class-change-done': '{利用者区分|りようしゃくぶん}を {変|か}えました',
}
