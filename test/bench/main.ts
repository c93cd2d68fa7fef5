import { diagramRows } from './diagram.bench.js'
import { evaluationRows } from './evaluation.bench.js'
import { fileRows } from './files.bench.js'
import { packageRows } from './package.bench.js'
import { questionRows } from './questions.bench.js'
import { replayRows } from './replay.bench.js'
import { savingRows } from './saving.bench.js'
import type { Row } from './row.js'

const benchmarks = [evaluationRows, diagramRows, questionRows, replayRows, savingRows, fileRows, packageRows]
const asJson = process.argv.includes('--json')

for (const benchmark of benchmarks)
  for (const row of await benchmark())
    process.stdout.write(`${asJson ? JSON.stringify(row) : inWords(row)}\n`)

function inWords({ name, ours, reference, unit, ratio }: Row): string {
  const figure = (value: number) => value.toPrecision(4).padStart(9)
  return `${name.padEnd(100)} ${figure(ours)} ${figure(reference)} ${unit.padEnd(8)} ${ratio.toFixed(ratio < 10 ? 2 : 0)}×`
}
