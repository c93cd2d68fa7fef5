/** What the package says about its seal: on the cover and in its data. */
export interface SealShown {
  /** Who seals, as the certificate names them. */
  readonly signer: string
  /** SHA-256 of the certificate, hexadecimal. */
  readonly fingerprint: string
  /** The key was made by this program and vouched for by nobody. */
  readonly selfMade: boolean
}

/** The seal of the office: its certificates for everyone, its key only behind `sign`. */
export interface Seal {
  readonly shown: SealShown
  /** DER, the signer's first, then who vouches for whom. */
  readonly certificates: readonly Uint8Array[]
  /** Instant after which nothing may be sealed with it. */
  readonly validUntil: Date
  /** Over the SHA-256 of the bytes. RSA: PKCS#1 v1.5. ECDSA: r and s as DER. */
  sign(data: Uint8Array): Promise<Uint8Array>
  /** A token of the time-stamping authority for this signature, or null without one. */
  timeStamp(signature: Uint8Array): Promise<Uint8Array | null>
}
