import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, type RunningConfig } from '../../src/config.js'

/** A configuration with a data folder of its own, and passwords that are quick to check. */
export function testConfig(
  databaseUrl: string,
  overrides: Partial<RunningConfig> = {},
): { config: RunningConfig; remove: () => void } {
  const dataDir = mkdtempSync(join(tmpdir(), 'lotse-data-'))
  const config = {
    ...readConfig({ LOG_LEVEL: 'error' }),
    dataDir,
    databaseUrl,
    passwordMemoryKiB: 8,
    readyChild: false,
    ...overrides,
  }
  return { config, remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}
