import type { Seal } from './seal.js'
import type { Sign } from './write-sealed.js'
import { bytesToSign, signedData } from './signed-data.js'

/** The signature of the office, with a time stamp where an authority gives one. */
export const signWith =
  (seal: Seal): Sign =>
  async (digest) => {
    const { certificates } = seal
    const signature = await seal.sign(bytesToSign({ digest, certificates }), 'SHA-256')
    const timeStamp = await seal.timeStamp(signature)
    return signedData({ digest, certificates, signature, timeStamp })
  }
