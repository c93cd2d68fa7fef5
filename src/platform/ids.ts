import { randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'

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
    bytes.writeUInt16BE(0x7000 | this.count, 6)
    bytes[8] = (bytes[8]! & 0x3f) | 0x80
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
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
