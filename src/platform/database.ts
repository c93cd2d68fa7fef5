import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { Clock } from './clock.js'

/** One transaction: everything in it happens, or nothing does. */
export interface Transaction {
  readonly manager: EntityManager
  /** The instant that everything in this transaction is dated with. */
  readonly at: Date
}

/** The one way to the tables: what is written is written in a transaction with its instant. */
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

  /** For reading what must fit together: all of it is as it was at one moment, while others write. */
  readAsOfNow<T>(work: (reader: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction('REPEATABLE READ', work)
  }

  /** For reading outside of a transaction. */
  get reader(): EntityManager {
    return this.source.manager
  }
}
