import { useState } from 'preact/hooks'
import { Day, Money } from '../../i18n/format.tsx'
import { Button } from '../../ui/button.tsx'
import { RoomDayTable, type RoomRow } from '../../ui/calendar/room-day-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import { Table } from '../../ui/table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Paged } from '../shared/paged.tsx'

const ROOMS: readonly RoomRow[] = [
  {
    id: 'a',
    name: '1階洋室',
    stretches: [
      { from: '09:00', to: '10:30', look: 'taken', content: '予約あり' },
      { from: '10:30', to: '13:00', look: 'free', content: '○ 空き' },
      { from: '13:00', to: '14:00', look: 'chosen', content: '選択中' },
    ],
  },
  {
    id: 'b',
    name: '2階和室',
    stretches: [{ from: '10:30', to: '15:00', look: 'city', content: '公用' }],
  },
]
const ROWS = [
  { id: '1', date: '2026-12-04', room: '1階洋室', yen: 0 },
  { id: '2', date: '2026-12-05', room: '2階和室（有料の催し）', yen: 1200 },
]

const PAGE = {
  status: 'ok',
  value: { items: [], next: 'y' },
  problem: undefined,
  away: undefined,
  reload: () => undefined,
} as const

export function TableDemo() {
  const [tab, setTab] = useState('next')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Tabs
        label="予約の一覧"
        now={tab}
        onChange={setTab}
        tabs={[
          { id: 'next', label: '利用予定', count: 2 },
          { id: 'draw', label: '抽選待ち', count: 0 },
        ]}
      >
        <Table
          caption="利用予定"
          rows={ROWS}
          keyOf={row => row.id}
          columns={[
            { head: '日にち', cell: row => <Day date={row.date} />, isRowHead: true },
            { head: '部屋', cell: row => row.room },
            { head: '料金', cell: row => <Money yen={row.yen} /> },
          ]}
        />
      </Tabs>
      <Paged of={PAGE} after="x" onGo={() => undefined}>
        {() => null}
      </Paged>
      <RoomDayTable caption="12月4日の部屋" opens="09:00" closes="15:00" rows={ROOMS} />
      <Button onClick={() => setOpen(true)}>ダイアログを開く</Button>
      <Dialog title="予約を取り消しますか" isOpen={isOpen} onClose={() => setOpen(false)}>
        <p>取り消すと、元に戻せません。</p>
        <Button onClick={() => setOpen(false)}>やめる</Button>
      </Dialog>
      <PrintSheet>
        <h3>使用許可書</h3>
        <p>印刷するとこの紙だけが出ます。</p>
      </PrintSheet>
    </>
  )
}
