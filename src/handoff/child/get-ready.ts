import { composePackage } from '../compose-package.js'
import type { Write } from '../paper/open-document.js'
import { sealedInMemory } from '../seal/sealed-in-memory.js'
import { specimen } from './specimen.js'

import '../form/ready-form.js'

// The compiler turns to what ran a few times.
const rehearsals = 4

/**
 * Does beforehand what does not depend on the case: loads libraries and fonts, and makes packages of nothing, after
 * which the program runs several times as fast and knows how most of the words are laid out.
 */
export async function getReady(): Promise<void> {
  for (let rehearsal = 0; rehearsal < rehearsals; rehearsal++) await sealedInMemory(noSignature, ofNothing)
}

const noSignature = () => Promise.resolve(new Uint8Array(0))

const ofNothing = (sealMark: string, write: Write) =>
  composePackage({ contents: specimen, form: null, scans: {}, sealMark }, write)
