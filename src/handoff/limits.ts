/** What a package and the images in it may be. Size, type and pages of a file are looked at where it comes in. */
export const limits = {
  packagePages: 1_000,
  /** More than A3 at 600 dpi. */
  pixels: 80_000_000,
  /** Of all scans together, before they become pages. What is larger nobody could look into any more. */
  scanBytes: 450_000_000,
  /** A package that is looked into; more does not fit into the reader's memory together with what it makes of it. */
  verifiedBytes: 500_000_000,
} as const

export interface ChildLimits {
  readonly seconds: number
  /** Of JavaScript objects. */
  readonly heapMegabytes: number
  /** Of everything, buffers and images too; watched by the child and, where the system tells (Linux), by the server. */
  readonly residentMegabytes: number
}

/** What may come between two looks at its memory keeps it below 512 MB. */
export const inspectLimits: ChildLimits = { seconds: 10, heapMegabytes: 256, residentMegabytes: 440 }
/** No one waits at a counter for plates that are made at the hand-over, and a scan has up to 300 pages. */
export const platesLimits: ChildLimits = { seconds: 90, heapMegabytes: 256, residentMegabytes: 440 }
/** When an inspection begins no further page: a scan that was whole so far gets the rest of its plates later. */
export const platesSeconds = 5
export const readDataLimits: ChildLimits = { seconds: 60, heapMegabytes: 1_024, residentMegabytes: 3_000 }
export const packageLimits: ChildLimits = { seconds: 120, heapMegabytes: 512, residentMegabytes: 1_024 }
export const noteLimits: ChildLimits = { seconds: 20, heapMegabytes: 128, residentMegabytes: 384 }
export const surveyLimits: ChildLimits = { seconds: 60, heapMegabytes: 512, residentMegabytes: 1_024 }
/** The file is in memory twice: as it is, and inside the reader. */
export const verifyLimits: ChildLimits = { seconds: 120, heapMegabytes: 512, residentMegabytes: 2_000 }
