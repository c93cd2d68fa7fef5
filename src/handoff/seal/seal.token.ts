import { Logger, type Provider } from '@nestjs/common'
import type { Config } from '../../config.js'
import { Clock } from '../../platform/clock.js'
import { CONFIG } from '../../platform/config.token.js'
import { dateText } from '../../web/format.js'
import type { Seal } from './seal.js'

/** `@Inject(SEAL) seal: Seal`: what packages are sealed with. */
export const SEAL = Symbol('SEAL')

/** A key that cannot seal keeps the server from starting: whoever set it is still at the terminal. */
export const sealProvider: Provider = {
  provide: SEAL,
  useFactory: async (config: Config, clock: Clock) => {
    const { openSeal } = await import('./open-seal.js')
    const seal = await openSeal(config, clock.now())
    warnBeforeItEnds(seal, clock.now())
    return seal
  },
  inject: [CONFIG, Clock],
}

const daysToRenew = 30

function warnBeforeItEnds({ validUntil }: Seal, now: Date): void {
  if (validUntil.getTime() - now.getTime() > daysToRenew * 86_400_000) return
  const day = dateText(validUntil.toISOString())
  new Logger('Seal').warn(`Das Zertifikat des Siegels läuft am ${day} ab; danach wird nichts mehr übergeben.`)
}
