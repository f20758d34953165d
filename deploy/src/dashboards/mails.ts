import { board, lines, number } from './panels.ts'

/** Whether what people wait for reaches them. */
export const mailsBoard = board({ uid: 'mails', title: 'Mails', time: { from: 'now-12h', to: 'now' } }, [
  number('The oldest login code', 's', ['max(mails_oldest_seconds{lane="codes"})', 'not sent yet']),
  number('Mails not sent yet', 'short', ['sum(mails_waiting)', 'mails']),
  number('Given up today', 'short', [
    'sum(increase(mails_settled_total{status=~"failed|dropped"}[24h]))',
    'mails',
  ]),
  number('Sent today', 'short', ['sum(increase(mails_settled_total{status="sent"}[24h]))', 'mails']),
  lines('Not sent yet, by lane', 'short', ['sum by (lane) (mails_waiting)', '{{lane}}']),
  lines('Age of the oldest, by lane', 's', ['max by (lane) (mails_oldest_seconds)', '{{lane}}']),
  lines('Sent a second, by kind', 'cps', [
    'sum by (kind) (rate(mails_settled_total{status="sent"}[5m]))',
    '{{kind}}',
  ]),
  lines('Tries by how they ended', 'cps', ['sum by (status) (rate(mails_settled_total[5m]))', '{{status}}']),
])
