import { expect, test } from 'vitest'
import { sourceOf } from './source.ts'

test.each([
  ['192.0.2.77', '192.0.2.77', '192.0.2.0/24'],
  ['::ffff:192.0.2.77', '192.0.2.77', '192.0.2.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1:2::/64'],
  ['2001:DB8:0001::1', '2001:db8:1:0::/64', '2001:db8:1:0::/64'],
  ['::1', '0:0:0:0::/64', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0:0::/64'],
  [undefined, 'unknown', 'unknown'],
])('the peer %s is counted as %s in the network %s', (peer, address, network) => {
  expect(sourceOf(peer, undefined, 0)).toEqual({ address, network })
})

test.each([
  ['no proxy of ours: what the client claims is nothing', 0, '198.51.100.1', '192.0.2.1'],
  ['one proxy: the last entry, which it wrote', 1, '6.6.6.6, 198.51.100.1', '198.51.100.1'],
  ['two proxies: the last but one', 2, '6.6.6.6, 198.51.100.1, 10.0.0.1', '198.51.100.1'],
  ['fewer entries than proxies: the peer', 2, '198.51.100.1', '192.0.2.1'],
  ['an entry that is no address: the peer', 1, 'unknown', '192.0.2.1'],
  ['no header: the peer', 1, undefined, '192.0.2.1'],
])('A26: %s', (_, proxies, header, address) => {
  expect(sourceOf('192.0.2.1', header, proxies).address).toBe(address)
})
