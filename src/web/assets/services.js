/* Three letters of the service are enough: the list shows what fits while one types, Enter begins the only one left. */
export function filterServices() {
  const input = document.querySelector('#leistung-suche')
  if (!input) return
  const items = [...document.querySelectorAll('[data-leistung]')]
  const status = document.querySelector('#leistung-anzahl')
  input.addEventListener('input', () => {
    const wanted = plain(input.value)
    for (const item of items) item.hidden = !plain(item.dataset.leistung).includes(wanted)
    const count = items.filter((item) => !item.hidden).length
    status.textContent = count === 1 ? '1 Leistung' : `${count} Leistungen`
  })
  input.addEventListener('keydown', (event) => {
    const fitting = items.filter((item) => !item.hidden)
    const begin = fitting.length === 1 && fitting[0].querySelector('button')
    if (event.key !== 'Enter' || !begin) return
    event.preventDefault()
    begin.click()
  })
}

const plain = (text) => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').trim()
