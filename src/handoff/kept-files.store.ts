import { Injectable } from '@nestjs/common'
import { Database } from '../platform/database.js'

@Injectable()
export class KeptFiles {
  constructor(private readonly database: Database) {}

  /** Those of the files that a scan, its plates or a package stands for. */
  async among(hashes: readonly string[]): Promise<ReadonlySet<string>> {
    const rows: { sha256: string }[] = await this.database.reader.query(kept, [hashes])
    return new Set(rows.map(({ sha256 }) => sha256))
  }
}

const kept = `
  select sha256 from upload where sha256 = any($1)
  union select plates from upload where plates = any($1)
  union select sha256 from package where sha256 = any($1)`
