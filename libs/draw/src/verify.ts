import { DrawBundle } from '@asaichi/contract/lottery/draw-bundle.ts'
import { canonical } from './canonical.ts'
import { checkChance } from './chance-checks.ts'
import { type Check, failed, isFailed, ok } from './check.ts'
import { drawResults } from './draw.ts'
import { checkFrozen } from './frozen-checks.ts'
import { digestOf } from './hash.ts'
import { checkList } from './list-check.ts'
import { seedOf } from './seed.ts'

/** What an outsider wrote down at the freeze or at the announcement: a bundle alone cannot show that it was not made anew. */
export type Noted = { readonly root?: string | undefined; readonly digest?: string | undefined }

/**
 * V1: every check of a bundle. Each is made against the bundle's own published values, so that the first one to fail shows where
 * it was changed; nothing follows a failed `shape` or `list`, without which the rest has no meaning.
 */
export function verifyBundle(input: unknown, noted: Noted = {}): readonly Check[] {
  const parsed = DrawBundle.safeParse(input)
  if (!parsed.success)
    return [
      failed('shape', `公開データの形が正しくありません: ${parsed.error.issues[0]?.path.join('.') ?? ''}`),
    ]
  const bundle = parsed.data
  const opening = [ok('shape', '公開データの形は draw-v1 のとおりです'), checkList(bundle)]
  if (opening.some(isFailed)) return opening
  return [
    ...opening,
    ...checkFrozen(bundle),
    ...checkChance(bundle, bundle),
    ...checkOutcome(bundle),
    ...checkNoted(bundle, noted),
  ]
}

function checkOutcome(bundle: DrawBundle): readonly Check[] {
  const expected = drawResults(bundle)
  const { resultDigest, ...rest } = bundle
  return [
    agree('seed', seedOf(bundle.freeze.root, bundle.beacon) === bundle.seed, '抽選の種'),
    agree('order', canonical(placesOf(expected)) === canonical(placesOf(bundle.results)), '抽選の順'),
    agree('results', canonical(expected) === canonical(bundle.results), '当選と落選'),
    agree('digest', digestOf(rest) === resultDigest, '全体のハッシュ'),
  ]
}

function checkNoted({ freeze, resultDigest }: DrawBundle, { root, digest }: Noted): readonly Check[] {
  return [
    ...(root === undefined ? [] : [agree('noted-root', root === freeze.root, '控えた名簿の根')]),
    ...(digest === undefined ? [] : [agree('noted-digest', digest === resultDigest, '控えた全体のハッシュ')]),
  ]
}

function agree(id: Check['id'], same: boolean, what: string): Check {
  return same ? ok(id, `${what}が一致します`) : failed(id, `${what}が一致しません`)
}

function placesOf(results: DrawBundle['results']): readonly object[] {
  return results.map(({ entryId, position }) => ({ entryId, position }))
}
