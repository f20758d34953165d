import { City } from '@asaichi/contract/catalog/city.ts'
import { expect, test } from 'vitest'
import { mapHref } from './map-href.ts'

const place = { latitude: 35.6936, longitude: 139.5889 }

test('M10: a hall is shown on the map page of the city, and without one on the map of the device', () => {
  const template = 'https://maps.gsi.go.jp/#17/{latitude}/{longitude}/'
  expect(mapHref(template, place)).toBe('https://maps.gsi.go.jp/#17/35.6936/139.5889/')
  expect(mapHref(undefined, place)).toBe('geo:35.6936,139.5889')
})

test.each([
  ['https://map.example.jp/?q={latitude},{longitude}', true],
  ['http://map.example.jp/?q={latitude},{longitude}', false],
  ['https://map.example.jp/?q={latitude}', false],
  ['https://{latitude}.example.jp/{longitude}', false],
  ['javascript:alert({latitude},{longitude})', false],
  ['geo:{latitude},{longitude}', false],
])('M10, A44: %s is a map link: %s', (link, isOne) => {
  expect(City.shape.mapLink.safeParse(link).success).toBe(isOne)
})
