import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { Clock } from './clock.js'

/** One transaction: everything in it happens, or nothing does. */
export interface Transaction {
  readonly manager: EntityManager
  /** The instant that everything in this transaction is dated with. */
  readonly at: Date
}

@Injectable()
export class Database {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Runs the work in one transaction; an exception in it undoes all of it. */
  change<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const at = this.clock.now()
    return this.source.transaction((manager) => work({ manager, at }))
  }

  /** For reading outside of a transaction. */
  get reader(): EntityManager {
    return this.source.manager
  }
}
