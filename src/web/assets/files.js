/* Files can be dropped on their document; choosing one sends it at once. */
export function watchFiles() {
  document.addEventListener('click', takeOnePress)
  document.addEventListener('keydown', takeOnePress)
  document.addEventListener('dragover', (event) => {
    const place = placeOf(event)
    if (!place) return
    event.preventDefault()
    place.classList.add('ablage--bereit')
  })
  document.addEventListener('dragleave', (event) => placeOf(event)?.classList.remove('ablage--bereit'))
  document.addEventListener('drop', (event) => {
    const place = placeOf(event)
    if (!place) return
    event.preventDefault()
    place.classList.remove('ablage--bereit')
    if (event.dataTransfer.files.length === 0) return
    place.querySelector('input[type=file]').files = event.dataTransfer.files
    place.requestSubmit()
  })
  document.addEventListener('change', ({ target }) => {
    if (target.matches('.ablage input[type=file]') && target.files.length > 0) target.form.requestSubmit()
  })
}

/** The second click of a double click, or a key held down, would undo what the first has done. */
function takeOnePress(event) {
  if ((event.detail > 1 || event.repeat) && event.target.closest?.('.dateien button')) event.preventDefault()
}

const placeOf = (event) => event.target.closest?.('form.ablage')
