import type { Tone } from '../../web/alert.js'
import { Badge } from '../../web/badge.js'
import type { State } from '../life-cycle.js'

export const stateNames: Record<State, string> = {
  inProgress: 'in Arbeit',
  handedOver: 'übergeben',
  returned: 'zurückgegeben',
  accepted: 'angenommen',
  finished: 'abgeschlossen',
  withdrawn: 'zurückgenommen',
}

const tones: Record<State, Tone> = {
  inProgress: 'info',
  handedOver: 'info',
  returned: 'warning',
  accepted: 'success',
  finished: 'success',
  withdrawn: 'info',
}

export const StateBadge = ({ state }: { readonly state: State }) => (
  <Badge tone={tones[state]}>{stateNames[state]}</Badge>
)
