import { Logger, type Provider } from '@nestjs/common'
import type { Config } from '../../config.js'
import { Clock } from '../../platform/clock.js'
import { CONFIG } from '../../platform/config.token.js'
import { Intervals } from '../../platform/intervals.js'
import { dateText } from '../../web/format.js'
import type { Seal } from './seal.js'

/** `@Inject(SEAL) seal: Seal`: what packages are sealed with. */
export const SEAL = Symbol('SEAL')

/** A key that cannot seal keeps the server from starting: whoever set it is still at the terminal. */
export const sealProvider: Provider = {
  provide: SEAL,
  useFactory: async (config: Config, clock: Clock, intervals: Intervals) => {
    const { openSeal } = await import('./open-seal.js')
    const seal = await openSeal(config, clock.now())
    const log = new Logger('Seal')
    const warn = () => warnBeforeItEnds(seal, clock.now(), log)
    warn()
    // Servers run for longer than thirty days.
    intervals.every(oneDay, log, warn)
    return seal
  },
  inject: [CONFIG, Clock, Intervals],
}

const oneDay = 86_400_000
const daysToRenew = 30

function warnBeforeItEnds({ validUntil }: Seal, now: Date, log: Logger): void {
  if (validUntil.getTime() - now.getTime() > daysToRenew * oneDay) return
  const day = dateText(validUntil.toISOString())
  log.warn(`Das Zertifikat des Siegels gilt nur bis ${day}; danach wird nichts mehr übergeben.`)
}
