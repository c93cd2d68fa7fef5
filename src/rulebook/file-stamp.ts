import { statSync } from 'node:fs'

/** Another one when the file came, went, was written or was replaced. One that cannot be reached counts as gone. */
export function stampOf(path: string): string {
  try {
    const stat = statSync(path, { bigint: true })
    return `${stat.ino}-${stat.size}-${stat.mtimeNs}-${stat.ctimeNs}`
  } catch {
    return 'none'
  }
}
