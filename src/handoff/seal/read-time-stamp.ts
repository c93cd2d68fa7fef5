import { constants, createHash, verify, X509Certificate } from 'node:crypto'
import { Certificate, ContentInfo, SignedData, TSTInfo, type SignerInfo } from 'pkijs'

/** What a time stamp says, once it was found to be about this signature. */
interface TimeStamp {
  /** ISO instant. */
  readonly at: string
  /** DER of the certificate of whoever gave it. */
  readonly by: Uint8Array
  /** The number of the request that it answers; empty without one. */
  readonly nonce: Uint8Array
}

const digests: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const contentType = '1.2.840.113549.1.9.3'
const messageDigest = '1.2.840.113549.1.9.4'
const timeStampInfo = '1.2.840.113549.1.9.16.1.4'
const rsaPss = '1.2.840.113549.1.1.10'

/** The time stamp (RFC 3161) if it is sound and about this signature, and otherwise null. */
export function readTimeStamp(token: Uint8Array, signature: Uint8Array): TimeStamp | null {
  try {
    const signed = new SignedData({ schema: ContentInfo.fromBER(new Uint8Array(token)).content })
    const content = Buffer.from(signed.encapContentInfo.eContent!.getValue())
    const { messageImprint, genTime, nonce } = TSTInfo.fromBER(new Uint8Array(content))
    const by = signerOf(signed, content)
    if (by === null || !isAbout(messageImprint, signature)) return null
    return { at: genTime.toISOString(), by, nonce: nonce?.valueBlock.valueHexView ?? new Uint8Array() }
  } catch {
    return null
  }
}

function isAbout(
  { hashAlgorithm, hashedMessage }: TSTInfo['messageImprint'],
  signature: Uint8Array,
): boolean {
  const digest = createHash(digestOf(hashAlgorithm.algorithmId)).update(signature).digest()
  return digest.equals(Buffer.from(hashedMessage.valueBlock.valueHexView))
}

/** The certificate in the token whose key signed this content; null if none did. */
function signerOf({ signerInfos, certificates = [] }: SignedData, content: Buffer): Uint8Array | null {
  const [signer, ...more] = signerInfos
  if (signer === undefined || more.length > 0 || !isOf(signer, content)) return null
  const attributes = Buffer.from(signer.signedAttrs!.encodedValue)
  const signature = Buffer.from(signer.signature.valueBlock.valueHexView)
  const padding =
    signer.signatureAlgorithm.algorithmId === rsaPss ? { padding: constants.RSA_PKCS1_PSS_PADDING } : {}
  const holders = certificates
    .filter((one) => one instanceof Certificate)
    .map((one) => new Uint8Array(one.toSchema().toBER()))
  const own = holders.find((holder) => {
    const { publicKey: key } = new X509Certificate(holder)
    const digest = digestOf(signer.digestAlgorithm.algorithmId)
    return verify(digest, attributes, { key, dsaEncoding: 'der', ...padding }, signature)
  })
  return own ?? null
}

/** What is signed are attributes; they name the kind and the digest of the content. */
function isOf({ signedAttrs, digestAlgorithm }: SignerInfo, content: Buffer): boolean {
  const valueOf = (wanted: string) =>
    signedAttrs?.attributes.find(({ type }) => type === wanted)?.values[0] as {
      valueBlock: { valueHexView: Uint8Array; toString(): string }
    }
  const digest = createHash(digestOf(digestAlgorithm.algorithmId)).update(content).digest()
  return (
    valueOf(contentType).valueBlock.toString() === timeStampInfo &&
    digest.equals(Buffer.from(valueOf(messageDigest).valueBlock.valueHexView))
  )
}

function digestOf(oid: string): string {
  const digest = digests[oid]
  if (digest === undefined) throw new Error(`digest ${oid} is not known`)
  return digest
}
