import type { X509Certificate } from 'node:crypto'
import { Certificate } from 'pkijs'

const commonName = '2.5.4.3'
const organisation = '2.5.4.10'

/** Whom a certificate is for: its name, and the organisation where that says more. */
export function holderOf(certificate: Uint8Array): string {
  const { typesAndValues } = Certificate.fromBER(new Uint8Array(certificate)).subject
  const valueOf = (wanted: string): string =>
    String(typesAndValues.find(({ type }) => type === wanted)?.value.valueBlock.value ?? '').trim()
  const names = [valueOf(commonName), valueOf(organisation)].filter((name) => name !== '')
  return [...new Set(names)].join(', ') || 'Zertifikat ohne Namen'
}

export const validFrom = (certificate: X509Certificate): Date => new Date(certificate.validFrom)
export const validUntil = (certificate: X509Certificate): Date => new Date(certificate.validTo)

/** Who vouches for whom, from the signer on; certificates that do not belong to it are left out. */
export function chainFrom(signer: X509Certificate, others: readonly X509Certificate[]): X509Certificate[] {
  const chain = [signer]
  for (;;) {
    const last = chain.at(-1)!
    const next = others.find(
      (other) =>
        chain.every(({ fingerprint256 }) => fingerprint256 !== other.fingerprint256) &&
        last.checkIssued(other) &&
        last.verify(other.publicKey),
    )
    if (next === undefined) return chain
    chain.push(next)
  }
}
