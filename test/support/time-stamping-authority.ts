import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { Integer, ObjectIdentifier, OctetString } from 'asn1js'
import {
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  MessageImprint,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'
import { aHolder, type Holder } from './certificates.js'

type Manner =
  | 'honest'
  | 'stamps something else'
  | 'refuses'
  | 'does not answer'
  | 'stops in the midst of its answer'
  | 'sends without end'
  | 'sends on to another address'
  | 'answers another request'
  | 'sends more certificates than there is room'

export interface TimeStampingAuthority {
  readonly url: string
  manner: Manner
  stop(): Promise<void>
}

const stampedAt = new Date('2026-11-24T09:12:07Z')

/** An authority as RFC 3161 describes it, on this machine. */
export async function startTimeStamping(): Promise<TimeStampingAuthority> {
  const holder = await aHolder({ name: 'Zeitstempeldienst', stampsTime: true })
  const server = createServer((request, response) => {
    void buffer(request).then(async (bytes) => {
      const { manner } = authority
      if (manner === 'does not answer') return request.socket.destroy()
      if (manner === 'sends on to another address' && request.url !== '/other')
        return response.writeHead(307, { location: '/other' }).end()
      response.setHeader('content-type', 'application/timestamp-reply')
      const reply = await replyTo(bytes, holder, manner)
      if (manner === 'stops in the midst of its answer') return response.write(reply.subarray(0, 100))
      if (manner === 'sends without end') return sendForever(response)
      return response.end(reply)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const authority: TimeStampingAuthority = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`,
    manner: 'honest',
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
  return authority
}

function sendForever(response: ServerResponse): void {
  const more = () => {
    while (response.write(Buffer.alloc(100_000)));
  }
  response.on('drain', more)
  more()
}

async function replyTo(request: Buffer, holder: Holder, manner: Manner): Promise<Buffer> {
  const { messageImprint, nonce } = TimeStampReq.fromBER(new Uint8Array(request))
  const status = new PKIStatusInfo({ status: manner === 'refuses' ? 2 : 0 })
  if (manner === 'refuses') return der(new TimeStampResp({ status }))
  const about = manner === 'stamps something else' ? otherThan(messageImprint) : messageImprint
  const info = new TSTInfo({
    version: 1,
    policy: '1.3.6.1.4.1.99999.1',
    messageImprint: about,
    serialNumber: new Integer({ value: 7 }),
    genTime: stampedAt,
    ...(nonce === undefined ? {} : { nonce: manner === 'answers another request' ? another : nonce }),
  })
  const certificates = manner === 'sends more certificates than there is room' ? 60 : 1
  return der(new TimeStampResp({ status, timeStampToken: await tokenOf(info, holder, certificates) }))
}

const another = new Integer({ value: 4711 })
const otherThan = ({ hashAlgorithm }: MessageImprint): MessageImprint =>
  new MessageImprint({ hashAlgorithm, hashedMessage: new OctetString({ valueHex: new Uint8Array(32) }) })

async function tokenOf(
  info: TSTInfo,
  { certificate, keys }: Holder,
  certificates: number,
): Promise<ContentInfo> {
  const content = info.toSchema().toBER()
  const digest = await crypto.subtle.digest('SHA-256', content)
  const encapContentInfo = new EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.9.16.1.4' })
  // Given to the constructor, it would be cut into pieces, which DER forbids.
  encapContentInfo.eContent = new OctetString({ valueHex: content })
  const attribute = (type: string, value: ObjectIdentifier | OctetString) =>
    new Attribute({ type, values: [value] })
  const signed = new SignedData({
    version: 3,
    encapContentInfo,
    certificates: Array.from({ length: certificates }, () => certificate),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute('1.2.840.113549.1.9.3', new ObjectIdentifier({ value: '1.2.840.113549.1.9.16.1.4' })),
            attribute('1.2.840.113549.1.9.4', new OctetString({ valueHex: digest })),
          ],
        }),
      }),
    ],
  })
  await signed.sign(keys.privateKey, 0, 'SHA-256')
  return new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: signed.toSchema(true) })
}

const der = (value: { toSchema(): { toBER(): ArrayBuffer } }): Buffer => Buffer.from(value.toSchema().toBER())
