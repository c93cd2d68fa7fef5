import type { Tone } from '../../web/alert.js'
import { Badge } from '../../web/badge.js'
import type { ReleaseStanding } from '../rule-release.js'
import type { InForce } from '../rule-set-overview.js'

const forceWords: Record<InForce, readonly [string, Tone]> = {
  upcoming: ['künftig', 'info'],
  now: ['in Kraft', 'success'],
  past: ['ausgelaufen', 'info'],
}

export function InForceBadge({ inForce }: { readonly inForce: InForce }) {
  const [words, tone] = forceWords[inForce]
  return <Badge tone={tone}>{words}</Badge>
}

const releaseWords: Record<ReleaseStanding['kind'], readonly [string, Tone]> = {
  released: ['freigegeben', 'success'],
  changed: ['geändert seit der Freigabe', 'warning'],
  none: ['nicht freigegeben', 'warning'],
}

export function ReleaseBadge({ release }: { readonly release: ReleaseStanding }) {
  const [words, tone] = releaseWords[release.kind]
  return (
    <>
      <Badge tone={tone}>{words}</Badge>
      {release.open && (
        <>
          {' '}
          <Badge tone="info">vorgeschlagen</Badge>
        </>
      )}
    </>
  )
}
