import { configNow } from '../terminal/config-now.js'
import { DeliveriesModule } from '../handoff/out/deliveries.module.js'
import { DeliveryStore, type ListedDelivery } from '../handoff/out/delivery.store.js'
import { RetryDelivery } from '../handoff/out/retry-delivery.js'
import { print, printJson, readCall, runCommand, WrongCall } from '../terminal/command-line.js'
import { countText } from '../web/format.js'
import { inDatabase } from './in-database.js'

/** `lotse deliveries list`: what is not in the system of its department yet. */
export const deliveriesListCommand = (args: string[]) =>
  runCommand(async () => {
    const { json } = readCall(args, 0)
    const deliveries = await withDeliveries(({ store }) => store.list())
    if (json) printJson(deliveries)
    else print(deliveries.length === 0 ? 'Alles ist zugestellt.' : deliveries.map(inWords).join('\n'))
    return deliveries.length === 0 ? 0 : 1
  })

/** `lotse deliveries retry [<package>]`: the running server then tries again. */
export const deliveriesRetryCommand = (args: string[]) =>
  runCommand(async () => {
    const { words } = readCall(args)
    const restarted = await withDeliveries((deliveries) => restart(deliveries, words[0]))
    if (restarted === 0) throw new WrongCall('Es gibt nichts, was noch einmal zu versuchen wäre.')
    print(restarted === 1 ? 'Eine Zustellung beginnt neu.' : `${restarted} Zustellungen beginnen neu.`)
    return 0
  })

interface Deliveries {
  readonly store: DeliveryStore
  readonly retrying: RetryDelivery
}

async function restart({ store, retrying }: Deliveries, wanted: string | undefined): Promise<number> {
  const listed = await store.list()
  const chosen = listed.filter(({ packageId, state }) =>
    wanted === undefined ? state === 'needsHuman' : packageId === wanted,
  )
  let restarted = 0
  for (const { packageId } of chosen) if (await retrying.retry(packageId, null)) restarted++
  return restarted
}

const withDeliveries = <T>(work: (deliveries: Deliveries) => Promise<T>): Promise<T> =>
  inDatabase(configNow(), [DeliveriesModule], (app) =>
    work({ store: app.get(DeliveryStore), retrying: app.get(RetryDelivery) }),
  )

const stateWords: Readonly<Record<ListedDelivery['state'], string>> = {
  waiting: 'wird versucht',
  needsHuman: 'nicht zugestellt',
  delivered: 'zugestellt',
}

const inWords = ({ packageId, caseNumber, department, state, tries, problem }: ListedDelivery): string =>
  [
    `${packageId}  Vorgang ${caseNumber}, ${department}: ${stateWords[state]}, bisher ${countText(tries, 'Versuch', 'Versuche')}`,
    ...(problem === null ? [] : [`  ${problem}`]),
  ].join('\n')
