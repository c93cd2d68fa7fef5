import { Module } from '@nestjs/common'
import { CaseworkModule } from '../casework/casework.module.js'
import { HandoffModule } from '../handoff/handoff.module.js'
import { Decide } from './decide.js'
import { HandedOver } from './handed-over.js'
import { InboxApiController } from './inbox-api.controller.js'
import { InboxController } from './inbox.controller.js'
import { SendAgain } from './send-again.js'
import { InboxStore } from './inbox.store.js'

/** The department's side: what was handed over, and what becomes of it. */
@Module({
  imports: [CaseworkModule, HandoffModule],
  controllers: [InboxController, InboxApiController],
  providers: [InboxStore, HandedOver, Decide, SendAgain],
})
export class BackofficeModule {}
