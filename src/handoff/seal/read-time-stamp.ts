import { ContentInfo, SignedData, TSTInfo } from 'pkijs'

/** What a time stamp says, once it was found to be about this signature. */
export interface TimeStamp {
  /** ISO instant. */
  readonly at: string
  /** DER of the certificate of whoever gave it. */
  readonly by: Uint8Array | null
}

/** The time stamp if it is sound and about this signature, and otherwise null. */
export async function readTimeStamp(token: Uint8Array, signature: Uint8Array): Promise<TimeStamp | null> {
  try {
    const signed = new SignedData({ schema: ContentInfo.fromBER(new Uint8Array(token)).content })
    const data = new Uint8Array(signature).buffer
    const { signatureVerified, signerCertificate } = await signed.verify({
      signer: 0,
      data,
      extendedMode: true,
    })
    const info = TSTInfo.fromBER(signed.encapContentInfo.eContent!.getValue())
    if (signatureVerified !== true) return null
    const by = signerCertificate == null ? null : new Uint8Array(signerCertificate.toSchema().toBER())
    return { at: info.genTime.toISOString(), by }
  } catch {
    return null
  }
}
