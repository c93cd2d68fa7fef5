/*
 * The server is told which rows the page shows and from what they were made; what would come out the same it sends
 * as an empty mark, and the row here stays untouched. So does a row with an input that was refused: only what the
 * clerk does in it puts an end to it, not the saving of another field.
 */
let answered = null

export function keepRows() {
  window.htmx.registerExtension('gleiche-zeilen', {
    htmx_before_morph_node: (row, { newNode }) =>
      !newNode.hasAttribute?.('data-gleich') && !waitsForTheClerk(row),
  })
  document.addEventListener('htmx:before:swap', ({ detail: { ctx } }) => (answered = ctx.sourceElement))
  document.addEventListener('htmx:before:request', ({ detail: { ctx } }) => {
    if (ctx.target?.id === 'checkliste') ctx.request.headers['Lotse-Stand'] = shownRows(ctx.target)
  })
}

const waitsForTheClerk = (row) =>
  row.matches?.('.frage') && !row.contains(answered) && row.querySelector('.kern-error, .streit') !== null

const shownRows = (checklist) =>
  [
    checklist.dataset.stand,
    ...[...checklist.querySelectorAll('[id][data-stand]')].map((row) => `${row.id}=${row.dataset.stand}`),
  ].join(';')
