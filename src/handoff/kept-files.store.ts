import { Injectable } from '@nestjs/common'
import { Database } from '../platform/database.js'

/** Which files something stands for: what is not among them may go. */
@Injectable()
export class KeptFiles {
  constructor(private readonly database: Database) {}

  /** Those of the files that a scan, its plates or a package stands for. */
  async among(hashes: readonly string[]): Promise<ReadonlySet<string>> {
    const rows: { sha256: string }[] = await this.database.reader.query(kept, [hashes])
    return new Set(rows.map(({ sha256 }) => sha256))
  }

  /** All of them, some at a time. */
  async *all(): AsyncGenerator<string[]> {
    yield* this.pages('select id, array_remove(array[sha256, plates], null) as hashes from upload')
    yield* this.pages('select id, array[sha256] as hashes from package')
  }

  private async *pages(rows: string): AsyncGenerator<string[]> {
    let last = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const page: { id: string; hashes: string[] }[] = await this.database.reader.query(
        `${rows} where id > $1 order by id limit 1000`,
        [last],
      )
      if (page.length === 0) return
      yield page.flatMap(({ hashes }) => hashes)
      last = page.at(-1)!.id
    }
  }
}

const kept = `
  select sha256 from upload where sha256 = any($1)
  union select plates from upload where plates = any($1)
  union select sha256 from package where sha256 = any($1)`
