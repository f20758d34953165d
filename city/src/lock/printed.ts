import { styleText } from 'node:util'
import type { DeviceNumbers } from '@asaichi/contract/lock/device.ts'
import { lockKey, lockPassword, passwordHash } from '@asaichi/lock-protocol/lock-keys.ts'
import { renderUnicodeCompact } from 'uqr'

/** What an installer types into the lock or its bridge, and what the site's gateway may be told by hand. */
export function printed(
  numbers: DeviceNumbers,
  { master, qr }: { readonly master: Uint8Array; readonly qr: boolean },
): readonly string[] {
  const { lockId, site, doorName, device, serial, formerUntil } = numbers
  const password = lockPassword(master, lockId, serial)
  const keyHex = lockKey(master, lockId, device).toString('hex')
  const row = { lockId, site, passwordHash: passwordHash(password), ...(serial > 1 && { serial }) }
  return [
    `${doorName}: device ${device} of this door, its password ${serial}. Whoever has these lines opens it: hand them over, do not mail them.`,
    `  site      ${site}`,
    `  lock      ${lockId} (also user name and client id)`,
    `  password  ${password}`,
    `  key       ${keyHex}`,
    ...(formerUntil === null ? [] : [`The password before is good until ${formerUntil}.`]),
    'For the file of a bridge, with where the lock is in its network (docs/locks/zigbee.md, zwave.md):',
    `  ${JSON.stringify({ lockId, password, keyHex })}`,
    'The gateway has been told by the lock service, or will be once it is reached. Its line of devices.json, if you keep one:',
    `  ${JSON.stringify(row)}`,
    ...(qr ? ['', ...drawn(JSON.stringify({ site, lockId, password, keyHex }))] : []),
  ]
}

/** White on black whatever the terminal's colours are; with four modules of quiet, as ISO/IEC 18004 asks. */
function drawn(text: string): readonly string[] {
  const lines = renderUnicodeCompact(text, { ecc: 'M', border: 4 }).split('\n')
  return lines.map(line => styleText(['whiteBright', 'bgBlack'], line, { validateStream: false }))
}
