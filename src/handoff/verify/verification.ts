import type { Rulebook } from '../../rulebook/rulebook.js'
import type { Attachment, ContentsFacts } from './contents-facts.js'
import type { PackageFacts } from './package-facts.js'
import type { SealFacts } from './seal-facts.js'

/** What `lotse verify --json` tells. */
export interface Verification {
  readonly sealed: boolean
  /** Every byte of the file is as it was sealed. */
  readonly intact: boolean
  /** As the certificate names them; says something only where the file is intact and the certificate known. */
  readonly signer: string | null
  readonly ruleSet: { readonly id: string; readonly sha256: string; readonly known: boolean } | null
  /** Cover and record say what the embedded data say. */
  readonly dataMatchesRecord: boolean
  readonly attachments: readonly Attachment[]
  /** The signer's certificate is one of those that are known here. */
  readonly known: boolean
  /** It is known, was valid when it sealed, and the seal holds: whoever copies a certificate is not its holder. */
  readonly trusted: boolean
  readonly fingerprint: string | null
  /** The cover names the certificate that the file is really sealed with. */
  readonly coverNamesSeal: boolean
  readonly sealedAt: string | null
  readonly timeStamp: SealFacts['timeStamp']
  readonly packageId: string | null
  /** Made without a case: nothing in it is to be decided. */
  readonly trial: boolean
  readonly madeWith: string | null
}

/** What is known where a package is looked at. */
export interface Known {
  /** Of certificates, hexadecimal. */
  readonly fingerprints: readonly string[]
  readonly rulebook: Pick<Rulebook, 'byId'>
}

/** Weighs what was found in a file against what is known. */
export function verificationOf({ seal, contents }: PackageFacts, known: Known): Verification {
  const fingerprint = seal?.fingerprint ?? null
  const isListed = fingerprint !== null && known.fingerprints.includes(fingerprint)
  // Its time is the day of its case, before or after any certificate; and nothing is decided by it.
  const isTrial = contents?.trial ?? false
  return {
    sealed: seal !== null,
    intact: seal !== null && seal.flaw === null,
    signer: seal?.signer ?? null,
    ruleSet: contents === null ? null : { ...contents.ruleSet, known: isKnown(contents.ruleSet, known) },
    dataMatchesRecord: contents !== null && contents.differingPages.length === 0,
    attachments: contents?.attachments ?? [],
    known: isListed,
    trusted: isListed && seal!.flaw === null && (isTrial || wasValid(seal!)),
    fingerprint,
    coverNamesSeal: fingerprint !== null && contents?.fingerprint === fingerprint,
    sealedAt: seal?.madeAt ?? null,
    timeStamp: seal?.timeStamp ?? null,
    packageId: contents?.packageId ?? null,
    trial: isTrial,
    madeWith: contents?.madeWith ?? null,
  }
}

const isKnown = ({ id, sha256 }: ContentsFacts['ruleSet'], { rulebook }: Known): boolean =>
  rulebook.byId(id)?.hash === sha256

/** Sealed while the certificate was valid: by the time stamp, or by what the seal itself says. */
function wasValid({ validFrom, validUntil, madeAt, timeStamp }: SealFacts): boolean {
  const at = timeStamp !== null && timeStamp !== 'unsound' ? timeStamp.at : madeAt
  if (at === null || validFrom === null || validUntil === null) return false
  const [moment, from, until] = [at, validFrom, validUntil].map((instant) => Date.parse(instant))
  return from! <= moment! && moment! <= until!
}

/** Nothing at all speaks against the package. */
export const isWell = (found: Verification): boolean =>
  found.sealed &&
  found.intact &&
  found.trusted &&
  found.coverNamesSeal &&
  found.dataMatchesRecord &&
  found.ruleSet?.known === true &&
  found.timeStamp !== 'unsound' &&
  found.attachments.length > 0 &&
  found.attachments.every(({ ok }) => ok)
