import type { Config } from '../../config.js'
import { addressOf } from '../../cooperation/delivery-target.js'
import { FolderTransport } from './folder-transport.js'
import { HttpsTransport } from './https-transport.js'
import type { Transport } from './transport.js'

/** The way to a folder or an address, with the token of exactly that host. */
export function transportTo(to: string, { deliveryTokens }: Pick<Config, 'deliveryTokens'>): Transport {
  const address = addressOf(to)
  return address === null
    ? new FolderTransport(to)
    : new HttpsTransport(address, deliveryTokens.get(address.host) ?? null)
}
