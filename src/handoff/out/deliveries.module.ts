import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { DeliveryStore } from './delivery.store.js'
import { deliveryTable } from './delivery.table.js'
import { RetryDelivery } from './retry-delivery.js'

/** How deliveries stand, and starting them anew: for the server and for commands. */
@Module({
  imports: [TypeOrmModule.forFeature([deliveryTable])],
  providers: [DeliveryStore, RetryDelivery],
  exports: [DeliveryStore, RetryDelivery],
})
export class DeliveriesModule {}
