import { randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { uuidFrom } from './uuid.js'

/**
 * Makes UUIDs of version 7 (RFC 9562): they sort by the time they were made, so that new rows lie together in
 * an index. Within a millisecond the twelve bits after the version count up (method 1 of section 6.2).
 */
@Injectable()
export class Ids {
  private millisecond = 0
  private count = 0

  newId(): string {
    this.step(Date.now())
    const bytes = randomBytes(16)
    bytes.writeUIntBE(this.millisecond, 0, 6)
    bytes.writeUInt16BE(this.count, 6)
    return uuidFrom(bytes, 7)
  }

  /** Bytes that nobody can guess. */
  newSecret(bytes: number): Buffer {
    return randomBytes(bytes)
  }

  /** A clock that went back, or a full count, borrows from the next millisecond. */
  private step(now: number): void {
    if (now > this.millisecond) {
      this.millisecond = now
      this.count = randomBytes(1)[0]!
    } else if (++this.count > 0xfff) {
      this.millisecond++
      this.count = 0
    }
  }
}
