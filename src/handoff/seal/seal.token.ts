import type { Provider } from '@nestjs/common'
import type { Config } from '../../config.js'
import { Clock } from '../../platform/clock.js'
import { CONFIG } from '../../platform/config.token.js'

/** `@Inject(SEAL) seal: Seal`: what packages are sealed with. */
export const SEAL = Symbol('SEAL')

/** A key that cannot seal keeps the server from starting: whoever set it is still at the terminal. */
export const sealProvider: Provider = {
  provide: SEAL,
  useFactory: async (config: Config, clock: Clock) =>
    (await import('./open-seal.js')).openSeal(config, clock.now()),
  inject: [CONFIG, Clock],
}
