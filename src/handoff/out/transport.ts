import type { Parcel } from './parcel.js'

/** The way to another system. Delivering the same parcel again does no harm. */
export interface Transport {
  /**
   * Resolves when the receiver has the whole parcel.
   * @param signal ends it early, because the program does
   * @throws NotDelivered
   */
  deliver(parcel: Parcel, signal: AbortSignal): Promise<void>
}

/** Why a parcel did not arrive: a German sentence for those who have to do something about it, without contents. */
export class NotDelivered extends Error {
  constructor(
    /** `lasting`: trying again would not help. */
    readonly kind: 'passing' | 'lasting',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
