import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { CaseworkModule } from '../casework/casework.module.js'
import { WorkshopModule } from './child/workshop.module.js'
import { CheckScans } from './check-scans.js'
import { HandOver } from './hand-over.js'
import { HandOverApiController } from './http/hand-over-api.controller.js'
import { HandOverController } from './http/hand-over.controller.js'
import { SendPdf } from './http/send-pdf.js'
import { DeliverPackages } from './out/deliver-packages.js'
import { DeliveriesModule } from './out/deliveries.module.js'
import { KeptFiles } from './kept-files.store.js'
import { MissingPlates } from './missing-plates.js'
import { MakeNote } from './note/make-note.js'
import { NoteTextsModule } from './note/note-texts.module.js'
import { PackageStore } from './package.store.js'
import { packageTable } from './package.table.js'
import { PreparePackage } from './prepare-package.js'
import { sealProvider } from './seal/seal.token.js'
import { SweepFiles } from './sweep-files.js'

/** From the counter to the department: the package, and the note for the citizen. */
@Module({
  imports: [
    TypeOrmModule.forFeature([packageTable]),
    CaseworkModule,
    DeliveriesModule,
    NoteTextsModule,
    WorkshopModule,
  ],
  controllers: [HandOverController, HandOverApiController],
  providers: [
    CheckScans,
    DeliverPackages,
    HandOver,
    KeptFiles,
    MakeNote,
    MissingPlates,
    PackageStore,
    PreparePackage,
    sealProvider,
    SendPdf,
    SweepFiles,
  ],
  exports: [PackageStore, DeliveriesModule, DeliverPackages],
})
export class HandoffModule {}
