import { createHash, X509Certificate } from 'node:crypto'
import { fromBER, ObjectIdentifier, OctetString, Null, Sequence } from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'

export const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
  timeStamp: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  rsaWithSha256: '1.2.840.113549.1.1.11',
} as const

/** What a CAdES signature is made of. The same parts give the same bytes. */
export interface SignatureParts {
  /** SHA-256 of the signed bytes. */
  readonly digest: Uint8Array
  /** DER, the signer's first. */
  readonly certificates: readonly Uint8Array[]
  readonly signature: Uint8Array
  /** RFC 3161 token, DER. */
  readonly timeStamp: Uint8Array | null
}

/** The bytes that the key signs: the signed attributes as DER. PAdES (EN 319 142-1) wants no signing time in them. */
export function bytesToSign({
  digest,
  certificates,
}: Pick<SignatureParts, 'digest' | 'certificates'>): Uint8Array {
  const bytes = der(
    new SignedAndUnsignedAttributes({ type: 0, attributes: attributesOf(digest, certificates) }),
  )
  // In the signature they stand under an implicit tag, signed they are a SET (RFC 5652, 5.4).
  bytes[0] = 0x31
  return bytes
}

/** The signature as it stands in /Contents: CMS SignedData without its content. */
export function signedData({ digest, certificates, signature, timeStamp }: SignatureParts): Uint8Array {
  const [signer, ...issuers] = certificates.map((certificate) =>
    Certificate.fromBER(new Uint8Array(certificate)),
  )
  if (signer === undefined) throw new Error('a signature needs a certificate')
  const content = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oids.data }),
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: oids.sha256 })],
    certificates: [signer, ...issuers],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
        digestAlgorithm: new AlgorithmIdentifier({ algorithmId: oids.sha256 }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: attributesOf(digest, certificates),
        }),
        signatureAlgorithm: signatureAlgorithm(certificates[0]!),
        signature: new OctetString({ valueHex: signature }),
        ...(timeStamp === null ? {} : { unsignedAttrs: unsignedAttributes(timeStamp) }),
      }),
    ],
  })
  return der(new ContentInfo({ contentType: oids.signedData, content: content.toSchema(true) }))
}

/** Everything of a signature but the digest of the file, which has to be worked out from the file. */
export function partsOf(bytes: Uint8Array): Omit<SignatureParts, 'digest'> {
  const content = ContentInfo.fromBER(new Uint8Array(bytes))
  const { certificates = [], signerInfos } = new SignedData({ schema: content.content })
  const [signer] = signerInfos
  if (signer === undefined) throw new Error('nobody signed')
  const token = signer.unsignedAttrs?.attributes.find(({ type }) => type === oids.timeStamp)?.values[0]
  return {
    certificates: certificates.filter((one) => one instanceof Certificate).map(der),
    signature: new Uint8Array(signer.signature.valueBlock.valueHexView),
    timeStamp: token === undefined ? null : new Uint8Array(token.toBER()),
  }
}

/** DER wants the members of a SET in the order of their bytes. */
function attributesOf(digest: Uint8Array, certificates: readonly Uint8Array[]): Attribute[] {
  return [
    new Attribute({ type: oids.contentType, values: [new ObjectIdentifier({ value: oids.data })] }),
    new Attribute({ type: oids.messageDigest, values: [new OctetString({ valueHex: digest })] }),
    new Attribute({ type: oids.signingCertificate, values: [signingCertificates(certificates)] }),
  ].toSorted((one, other) => Buffer.compare(der(one), der(other)))
}

/**
 * SigningCertificateV2 (RFC 5035): binds the signature to the signer's certificate, and to those of the chain as well,
 * so that no byte of them can change either.
 */
function signingCertificates(certificates: readonly Uint8Array[]): Sequence {
  const hashes = certificates.map(
    (certificate) =>
      new Sequence({
        value: [new OctetString({ valueHex: createHash('sha256').update(certificate).digest() })],
      }),
  )
  return new Sequence({ value: [new Sequence({ value: hashes })] })
}

function signatureAlgorithm(certificate: Uint8Array): AlgorithmIdentifier {
  return new X509Certificate(certificate).publicKey.asymmetricKeyType === 'ec'
    ? new AlgorithmIdentifier({ algorithmId: oids.ecdsaWithSha256 })
    : new AlgorithmIdentifier({ algorithmId: oids.rsaWithSha256, algorithmParams: new Null() })
}

const unsignedAttributes = (timeStamp: Uint8Array): SignedAndUnsignedAttributes =>
  new SignedAndUnsignedAttributes({
    type: 1,
    attributes: [new Attribute({ type: oids.timeStamp, values: [fromBER(timeStamp).result] })],
  })

const der = (value: { toSchema(): { toBER(): ArrayBuffer } }): Uint8Array =>
  new Uint8Array(value.toSchema().toBER())
