import { Global, Module } from '@nestjs/common'
import { ScanInspector } from '../../casework/scan-inspector.js'
import { ReadyChild } from './ready-child.js'
import { FormStandings } from '../../rulebook/form-standing.js'
import { FormsInUse } from '../forms-in-use.js'
import { Workshop } from './workshop.js'

/**
 * Children for foreign bytes and PDFs. Global, because casework asks for its inspector, and authors for their forms,
 * without knowing whose they are.
 */
@Global()
@Module({
  providers: [
    ReadyChild,
    Workshop,
    FormsInUse,
    { provide: ScanInspector, useExisting: Workshop },
    { provide: FormStandings, useExisting: FormsInUse },
  ],
  exports: [Workshop, FormsInUse, ScanInspector, FormStandings],
})
export class WorkshopModule {}
