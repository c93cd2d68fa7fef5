import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { caseCodeTable } from '../../src/casework/case-code.table.js'
import { AuditTrail } from '../../src/platform/audit-trail.js'
import { Database } from '../../src/platform/database.js'
import { startApp, type TestApp } from '../support/app.js'
import { signIn } from '../support/client.js'
import { openCase } from '../casework/support/desk-app.js'

let app: TestApp
beforeAll(async () => {
  // No QR code holds such an address.
  app = await startApp({ publicUrl: `http://${'lotse.'.repeat(1_000)}example` })
})
afterAll(() => app.stop())

describe('a note that cannot be made', () => {
  it('is refused with what to do, and leaves no code and no word of a note behind', async () => {
    const clerk = await signIn(app, 'k.schroeder')
    const { id } = (await openCase(clerk, 'hundesteuer')).caseFile
    const reply = await clerk.api('POST', `/api/case-files/${id}/note.pdf`, {})
    expect([reply.status, reply.text]).toEqual([422, expect.stringContaining('noteNotMade')])
    expect(reply.text).toContain('Bitte noch einmal versuchen')
    expect(await app.app.get(Database).reader.count(caseCodeTable)).toBe(0)
    const trail = await app.app.get(AuditTrail).of({ kind: 'caseFile', id })
    expect(trail.map(({ action }) => action)).not.toContain('caseFile.noteMade')
  })
})
