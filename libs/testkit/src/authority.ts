import { execFile } from 'node:child_process'
import { chmod, mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

/** Files: a certificate for `localhost` and 127.0.0.1, its key, and who vouches for it. */
export type Issued = { readonly cert: string; readonly key: string; readonly ca: string }

/** A certificate authority of the test's own, valid for a day, in a folder of its own below `dir`. */
export type Authority = {
  readonly ca: string
  readonly issue: (name: string) => Promise<Issued>
}

const run = promisify(execFile)
const CURVE = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1']

export async function newAuthority(dir: string): Promise<Authority> {
  const folder = await mkdtemp(path.join(dir, 'authority-'))
  await chmod(folder, 0o755)
  const file = (name: string) => path.join(folder, name)
  const ca = file('ca.crt')
  await run('openssl', [
    'req',
    '-x509',
    ...CURVE,
    '-keyout',
    file('ca.key'),
    '-out',
    ca,
    '-subj',
    '/CN=authority',
  ])
  return {
    ca,
    async issue(name) {
      const [cert, key] = [file(`${name}.crt`), file(`${name}.key`)]
      const about = ['-subj', `/CN=${name}`, '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
      const issuer = ['-CA', ca, '-CAkey', file('ca.key'), '-addext', 'basicConstraints=critical,CA:FALSE']
      await run('openssl', ['req', '-x509', ...CURVE, ...issuer, '-keyout', key, '-out', cert, ...about])
      return { cert, key, ca }
    },
  }
}
