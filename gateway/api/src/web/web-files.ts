import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Coding } from '../http/content-coding.ts'
import { entityTag } from '../http/entity-tag.ts'

/** One form of a file: its bytes as they are or coded, with a strong entity tag of its own. */
export type Form = { readonly bytes: Uint8Array<ArrayBuffer>; readonly etag: string }
export type WebFile = {
  readonly mediaType: string
  readonly cacheControl: string
  readonly plain: Form
  /** Best first; only forms smaller than the plain one. */
  readonly coded: ReadonlyMap<Coding, Form>
}

/** By path on the site, such as `/assets/index-4f2a.js`. */
export type WebFiles = ReadonlyMap<string, WebFile>

const MOST_BYTES = 50 * 1024 * 1024
// Nine is within a few per cent of eleven and ten times quicker, which every start of the front door feels.
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

/** Every file of the built web app, read and compressed once; a later build is served by the next start. */
export async function readWebFiles(dir: string): Promise<WebFiles> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const names = entries
    .filter(entry => entry.isFile())
    .map(entry => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .filter(name => !name.split(path.sep).some(part => part.startsWith('.')))
  const files: [string, WebFile][] = []
  let total = 0
  for (const name of names) {
    const bytes = new Uint8Array(await readFile(path.join(dir, name)))
    total += bytes.length
    if (total > MOST_BYTES) throw new Error(`The web app in ${dir} is larger than ${MOST_BYTES} bytes`)
    const sitePath = `/${name.split(path.sep).join('/')}`
    files.push([sitePath, await webFile(sitePath, bytes)])
  }
  return new Map(files)
}

async function webFile(sitePath: string, bytes: Uint8Array<ArrayBuffer>): Promise<WebFile> {
  const kind = KINDS[path.extname(sitePath)]
  const plain = formOf(bytes)
  return {
    mediaType: kind?.mediaType ?? 'application/octet-stream',
    cacheControl: cacheControlOf(sitePath),
    plain,
    coded: kind?.isText ? await codedForms(plain) : new Map(),
  }
}

// A name under /assets/ changes with its content; index.html must always be asked for, or it names chunks that are gone.
function cacheControlOf(sitePath: string): string {
  if (sitePath.startsWith('/assets/')) return 'public, max-age=31536000, immutable'
  return sitePath.endsWith('.html') ? 'no-cache' : 'public, max-age=3600'
}

async function codedForms({ bytes }: Form): Promise<ReadonlyMap<Coding, Form>> {
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, BROTLI),
    promisify(gzip)(bytes, { level: 9 }),
  ])
  const all = [
    ['br', formOf(new Uint8Array(br))],
    ['gzip', formOf(new Uint8Array(gz))],
  ] as const
  return new Map(all.filter(([, form]) => form.bytes.length < bytes.length))
}

function formOf(bytes: Uint8Array<ArrayBuffer>): Form {
  return { bytes, etag: entityTag(bytes) }
}

type Kind = { readonly mediaType: string; readonly isText: boolean }

const text = (mediaType: string): Kind => ({ mediaType: `${mediaType}; charset=utf-8`, isText: true })
const binary = (mediaType: string): Kind => ({ mediaType, isText: false })

const KINDS: Readonly<Record<string, Kind>> = {
  '.html': text('text/html'),
  '.js': text('text/javascript'),
  '.css': text('text/css'),
  '.txt': text('text/plain'),
  '.svg': { mediaType: 'image/svg+xml; charset=utf-8', isText: true },
  '.json': { mediaType: 'application/json', isText: true },
  '.webmanifest': { mediaType: 'application/manifest+json', isText: true },
  '.map': { mediaType: 'application/json', isText: true },
  '.png': binary('image/png'),
  '.webp': binary('image/webp'),
  '.jpg': binary('image/jpeg'),
  '.ico': binary('image/vnd.microsoft.icon'),
}
