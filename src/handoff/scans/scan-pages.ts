import type { WhyRedrawn } from '../../casework/case-file.js'
import type { MadePlate } from './plates.js'

/** The pages of a scan that was opened; each is made when it is asked for. Pages count from 0. */
export interface ScanPages {
  readonly count: number
  readonly page: (
    index: number,
  ) => Promise<{ readonly plate: MadePlate; readonly redrawn: WhyRedrawn | null }>
}
