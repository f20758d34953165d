import { isIP } from 'node:net'

/** Where a request comes from: `address` for our own limits, `network` for the budgets of identity. */
export type Source = { readonly address: string; readonly network: string }

/**
 * The peer of the socket, or the address our outermost trusted proxy saw (A26).
 * Entries further left in `X-Forwarded-For` were written by the client and are worth nothing.
 */
export function sourceOf(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): Source {
  const hops = trustedProxies > 0 ? (forwardedFor ?? '').split(',') : []
  const claimed = hops.at(-trustedProxies)?.trim() ?? ''
  return networkOf(isIP(claimed) === 0 ? (peer ?? '') : claimed)
}

// One household or company holds a whole /64 of IPv6; budgets look at the /24 of IPv4, as the Kawasaki case asks (A8, A14).
function networkOf(text: string): Source {
  const address = text.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (isIP(address) === 4) return { address, network: `${address.split('.').slice(0, 3).join('.')}.0/24` }
  if (isIP(address) === 6) {
    const prefix = `${groupsOf(address).slice(0, 4).join(':')}::/64`
    return { address: prefix, network: prefix }
  }
  return { address: 'unknown', network: 'unknown' }
}

function groupsOf(address: string): readonly string[] {
  const [head = '', tail] = address.toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  if (tail === undefined) return left.map(shortest)
  const right = tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...zeros, ...right].map(shortest)
}

function shortest(group: string): string {
  return group.replace(/^0+(?=.)/, '')
}
