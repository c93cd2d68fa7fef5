/*
 * The server is told which rows the page shows and from what they were made; what would come out the same it sends
 * as an empty mark, and the row here stays untouched.
 */
export function keepRows() {
  window.htmx.registerExtension('gleiche-zeilen', {
    htmx_before_morph_node: (_, { newNode }) => !newNode.hasAttribute?.('data-gleich'),
  })
  document.addEventListener('htmx:before:request', ({ detail: { ctx } }) => {
    if (ctx.target?.id === 'checkliste') ctx.request.headers['Lotse-Stand'] = shownRows(ctx.target)
  })
}

const shownRows = (checklist) =>
  [
    checklist.dataset.stand,
    ...[...checklist.querySelectorAll('[id][data-stand]')].map((row) => `${row.id}=${row.dataset.stand}`),
  ].join(';')
