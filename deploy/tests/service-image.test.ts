import { randomBytes, randomUUID } from 'node:crypto'
import { listDoors } from '@asaichi/contract/lock/door-codes.ts'
import { getRound } from '@asaichi/contract/lottery/rounds.ts'
import { apply } from '@asaichi/contract/reservation/reservation.ts'
import type { OutboxService } from '@asaichi/contract/town/town.ts'
import { type Bed, startBed } from '@asaichi/testkit/bed.ts'
import { containService } from '@asaichi/testkit/containers/containers.ts'
import { describe, expect, onTestFinished, test } from 'vitest'

/** Besides what every service is told. */
const OWN: Partial<Record<OutboxService, Readonly<Record<string, string>>>> = {
  lock: { MQTT_URL: 'mqtt://127.0.0.1:9', LOCK_MASTER_KEY: randomBytes(32).toString('hex') },
}

describe('as it is shipped', () => {
  test('the image of reservation prepares its schema and judges a press', async () => {
    const bed = await bedWith('reservation')
    const outcome = await bed.call(apply, {
      actor: { personId: randomUUID(), cityId: 'mitaka', role: 'resident' },
      key: randomUUID(),
      application: {
        listingId: 'nobody-s-room',
        date: '2026-12-10',
        from: '09:00',
        to: '10:00',
        eventName: '朝の体操の会',
        people: 12,
        note: '月例の練習',
        paidEvent: false,
        acceptedTermsVersion: '2026-04',
        guardianPresent: false,
      },
    })
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'unknown-listing' } })
  })

  test('the image of lottery prepares its schema and knows which rounds there are', async () => {
    const bed = await bedWith('lottery')
    const outcome = await bed.call(getRound, { cityId: 'mitaka', date: '2026-12-10' })
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  })

  test('the image of lock prepares its schema and lists a city’s doors', async () => {
    const bed = await bedWith('lock')
    const actor = { personId: randomUUID(), cityId: 'mitaka', role: 'staff' } as const
    expect(await bed.call(listDoors, { actor })).toEqual({ ok: true, value: { items: [] } })
  })
})

async function bedWith(service: OutboxService): Promise<Bed> {
  const bed = await startBed()
  onTestFinished(() => bed[Symbol.asyncDispose]())
  const told = { ...bed.config(service), LOG_LEVEL: 'info', ...OWN[service] }
  const env = Object.fromEntries(Object.entries(told).map(([name, value]) => [name, String(value)]))
  const contained = await containService(service, env)
  onTestFinished(contained.stop)
  return bed
}
