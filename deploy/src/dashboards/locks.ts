import { board, lines, number } from './panels.ts'

/** Whether the doors know who may open them. */
export const locksBoard = board({ uid: 'locks', title: 'Locks', time: { from: 'now-24h', to: 'now' } }, [
  number('Gateway of the locks', 'short', ['min(lock_gateway_up)', 'connected']),
  number('Doors that are not current', 'short', [
    'sum by (state) (lock_doors{state!="current"}) > 0',
    '{{state}}',
  ]),
  number('Locks at their site', 'short', ['sum(site_locks_connected)', 'connected']),
  number('Sites with the city', 'short', ['sum(site_cloud_connected)', 'connected']),
  lines('Doors by how far their set has come', 'short', ['sum by (state) (lock_doors)', '{{state}}']),
  lines('Codes in an hour', 'short', [
    'sum by (event) (increase(bus_facts_told_total{event=~"lock.event.codes-.*"}[1h]))',
    '{{event}}',
  ]),
  lines('Work of the lock service that is late', 's', [
    'max(due_work_overdue_seconds{app_kubernetes_io_name="lock"})',
    'seconds',
  ]),
  lines('Rows tried again', 'short', ['sum(due_work_failing{app_kubernetes_io_name="lock"})', 'rows']),
])
