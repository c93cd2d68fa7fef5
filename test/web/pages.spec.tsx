import { expect, test } from '@jest/globals'
import { titleOf } from '../../src/platform/http/problem.js'
import { ErrorPage } from '../../src/web/error.page.js'
import { Layout } from '../../src/web/layout.js'
import { pageText } from '../../src/web/send-page.js'

const viewer = {
  name: 'Käthe Schröder',
  authority: 'Stadt Boizenburg/Elbe',
  place: 'Bürgerbüro',
  roles: ['clerk'],
}

test('every page is a German document with a skip link, one main and the person in its header', () => {
  const page = pageText(
    <Layout title="Probe" viewer={viewer} csrf="zeichen">
      <p>Inhalt</p>
    </Layout>,
  )
  expect(page).toMatch(/^<!doctype html><html lang="de">/)
  expect(page).toContain('<title>Probe – Verwaltungslotse</title>')
  expect(page).toContain('href="#inhalt"')
  expect(page.match(/<main id="inhalt"/g)).toHaveLength(1)
  for (const said of ['Käthe Schröder', 'Stadt Boizenburg/Elbe', 'Bürgerbüro']) expect(page).toContain(said)
  expect(page).toContain('name="_csrf" value="zeichen"')
})

test('a page has no script or style of its own, and htmx is told to evaluate and inject nothing', () => {
  const page = pageText(
    <Layout title="Probe" viewer={null} csrf="" live>
      {null}
    </Layout>,
  )
  expect(page).not.toMatch(/<script(?![^>]* src=)|<style| style=/)
  expect(page).toContain('&quot;includeIndicatorCSS&quot;:false')
})

test('the menu follows the role', () => {
  const menu = (roles: readonly string[]) =>
    pageText(
      <Layout title="Probe" viewer={{ ...viewer, roles }} csrf="">
        {null}
      </Layout>,
    )
  expect(menu(['clerk'])).toContain('Meine Vorgänge')
  expect(menu(['clerk'])).not.toContain('Posteingang')
  expect(menu(['caseworker'])).toContain('Posteingang')
  expect(menu(['dataProtection'])).not.toContain('Hauptmenü')
})

test.each([
  [404, 'Nicht gefunden'],
  [403, 'Dafür fehlt die Berechtigung'],
  [409, 'Inzwischen geändert'],
  [413, 'Die Eingabe ist zu groß'],
  [418, 'Die Eingabe ist nicht lesbar'],
  [500, 'Ein Fehler im Programm'],
  [503, 'Gerade nicht verfügbar'],
])('the page for %d says what it means and where to go on', (status, sentence) => {
  const page = pageText(<ErrorPage status={status} title={titleOf(status)} viewer={viewer} csrf="x" />)
  expect(page).toContain(sentence)
  expect(page).toMatch(/<h1[^>]*>[^<]+<\/h1>/)
  expect(page).toContain('Zur Startseite')
})

test('who is not signed in any more is led to the sign-in page', () => {
  expect(pageText(<ErrorPage status={401} title={titleOf(401)} />)).toContain('href="/anmelden"')
})
