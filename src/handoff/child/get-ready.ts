import { buffer } from 'node:stream/consumers'
import { composePackage } from '../compose-package.js'
import { specimen } from './specimen.js'

import '../form/ready-form.js'

// The compiler turns to what ran a few times.
const rehearsals = 4

/**
 * Does beforehand what does not depend on the case: loads libraries and fonts, and makes packages of nothing, after
 * which the program runs several times as fast and knows how most of the words are laid out.
 */
export async function getReady(): Promise<void> {
  for (let rehearsal = 0; rehearsal < rehearsals; rehearsal++) {
    let bytes: Promise<Buffer> | undefined
    await composePackage({ contents: specimen, form: null, scans: {}, sealMark: '' }, (document) => {
      bytes = buffer(document)
    })
    await bytes
  }
}
