import { Logger } from '@nestjs/common'
import { signatureBytes } from './placeholder.js'
import type { Seal } from './seal.js'
import type { Sign } from './write-sealed.js'
import { bytesToSign, signedData } from './signed-data.js'

const log = new Logger('Seal')

/** The signature of the office, with a time stamp where an authority gives one that has room. */
export const signWith =
  (seal: Seal): Sign =>
  async (digest) => {
    const { certificates } = seal
    const signature = await seal.sign(bytesToSign({ digest, certificates }))
    const parts = { digest, certificates, signature }
    const stamped = signedData({ ...parts, timeStamp: await seal.timeStamp(signature) })
    if (stamped.length <= signatureBytes) return stamped
    log.warn(`Ohne Zeitstempel gesiegelt: mit ihm hätte das Siegel ${stamped.length} Bytes`)
    return signedData({ ...parts, timeStamp: null })
  }
