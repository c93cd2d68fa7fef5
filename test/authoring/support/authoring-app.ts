import { startApp, type TestApp } from '../../support/app.js'
import { authorRules, type AuthorRules } from './author-rules.js'

export interface AuthoringApp extends TestApp {
  readonly rules: AuthorRules
}

/** The whole program on a day in November, with a rules folder that authors can change. */
export async function startAuthoring(): Promise<AuthoringApp> {
  const rules = authorRules()
  const app = await startApp({ rulesDir: rules.rulesDir })
  app.clock.startAt('2026-11-24T09:41:00+01:00')
  return {
    ...app,
    rules,
    stop: async () => {
      await app.stop()
      rules.dispose()
    },
  }
}
