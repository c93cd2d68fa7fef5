import { Global, Module } from '@nestjs/common'
import { ScanInspector } from '../../casework/scan-inspector.js'
import { Workshop } from './workshop.js'

/** Children for foreign bytes and PDFs. Global, because casework asks for its inspector without knowing whose it is. */
@Global()
@Module({
  providers: [Workshop, { provide: ScanInspector, useExisting: Workshop }],
  exports: [Workshop, ScanInspector],
})
export class WorkshopModule {}
