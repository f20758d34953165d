import type { DrawBundle } from '@asaichi/contract/lottery/draw-bundle.ts'
import { useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { say } from '../../i18n/message.ts'
import { T } from '../../i18n/text.tsx'
import { Shown } from '../../shell/shown.tsx'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/steps/facts.tsx'

/** The few values of the record that people note down. A large city's record has megabytes, so it is read when asked for. */
export function BundleFigures({ roundId }: { readonly roundId: string }) {
  const [isWanted, want] = useState(false)
  if (isWanted) return <Figures roundId={roundId} />
  return <Button kind="secondary" onClick={() => want(true)} k="lottery.check-figures" />
}

function Figures({ roundId }: { readonly roundId: string }) {
  const shown = useApi(
    signal => api.get('/api/rounds/{roundId}/bundle', { params: { roundId }, signal, deadlineMs: 60_000 }),
    [roundId],
  )
  return (
    <div role="status">
      <Shown of={shown}>{bundle => <FiguresOf bundle={bundle} />}</Shown>
    </div>
  )
}

function FiguresOf({ bundle }: { readonly bundle: DrawBundle }) {
  const { results, beacon, seed, resultDigest, rule } = bundle
  const winners = results.filter(one => one.outcome === 'won').length
  return (
    <Facts
      rows={[
        [say('lottery.check-winners'), <T key="won" k="lottery.entries-count" p={{ count: winners }} />],
        [
          say('lottery.check-rule'),
          rule.winsPerMonth === null ? (
            <T k="lottery.rule-free" p={{ day: rule.winsPerDay }} />
          ) : (
            <T k="lottery.rule" p={{ day: rule.winsPerDay, month: rule.winsPerMonth }} />
          ),
        ],
        [
          say('lottery.check-chance'),
          <code key="chance">{beacon.kind === 'drand' ? beacon.randomness : beacon.secret}</code>,
        ],
        ...(beacon.kind === 'fallback'
          ? [[say('lottery.check-fallback'), <T key="fallback" k="lottery.check-fallback-text" />] as const]
          : []),
        [say('lottery.check-seed'), <code key="seed">{seed}</code>],
        [say('lottery.check-digest'), <code key="digest">{resultDigest}</code>],
      ]}
    />
  )
}
