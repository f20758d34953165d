import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { runCommand } from '../../images/run-command.ts'

export type Certificates = {
  readonly dir: string
  readonly file: (name: string) => string
}

const CURVE = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'] as const

/** A certificate authority, the API server's and the aggregator's certificates, and the keys that sign the accounts' tokens. */
export async function makeCertificates(dir: string): Promise<Certificates> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const file = (name: string) => path.join(dir, name)
  await openssl(
    [
      'req',
      '-x509',
      ...CURVE,
      '-days',
      '2',
      '-subj',
      '/CN=asaichi-ca',
      '-keyout',
      file('ca.key'),
      '-out',
      file('ca.crt'),
    ],
    // The controllers refuse an authority that does not say that it is one.
    ['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
  )
  await leaf(file, {
    name: 'server',
    subject: '/CN=kube-apiserver',
    extension: 'subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:kubernetes.default.svc',
  })
  await leaf(file, { name: 'proxy', subject: '/CN=front-proxy', extension: 'extendedKeyUsage=clientAuth' })
  // In the old form: the API server reads no other for this key.
  await openssl(['ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', file('accounts.key')])
  await openssl(['ec', '-in', file('accounts.key'), '-pubout', '-out', file('accounts.pub')])
  return { dir, file }
}

async function leaf(
  file: Certificates['file'],
  {
    name,
    subject,
    extension,
  }: { readonly name: string; readonly subject: string; readonly extension: string },
): Promise<void> {
  await openssl([
    'req',
    ...CURVE,
    '-subj',
    subject,
    '-keyout',
    file(`${name}.key`),
    '-out',
    file(`${name}.csr`),
  ])
  await writeFile(file(`${name}.ext`), extension)
  await openssl(
    ['x509', '-req', '-days', '2', '-in', file(`${name}.csr`), '-out', file(`${name}.crt`)],
    ['-CA', file('ca.crt'), '-CAkey', file('ca.key'), '-CAcreateserial', '-extfile', file(`${name}.ext`)],
  )
}

async function openssl(...args: readonly (readonly string[])[]): Promise<void> {
  await runCommand(['openssl', ...args.flat()])
}
