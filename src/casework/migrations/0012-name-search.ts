import { migration } from '../../platform/migration.js'

/**
 * Who looks for Łukasz Müller types lukasz, muller or mueller. `plain_letters` takes the marks off and the letters
 * for which few have a key; `search_form` writes ä, ö, ü, å and ø as two letters before, as the search form of
 * DIN 91379 does. A name is found if the word is in it in one of the two ways.
 */
export const nameSearch = migration(
  12,
  'nameSearch',
  String.raw`
  create function plain_letters(name text) returns text language sql immutable strict parallel safe as $$
    select replace(replace(replace(replace(replace(lower(translate(
      regexp_replace(normalize(name, nfd), '[\u0300-\u036f]', '', 'g'),
      'ðđħıĸŀłŉŋøŧƈəɨʒǥÐĐĦĿŁŊØŦƇƏƗƷǤẞÆŒÞĲ',
      'ddhikllnnotceizgddhllnotceizgßæœþĳ'
    )), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'ĳ', 'ij')
  $$;
  create function search_form(name text) returns text language sql immutable strict parallel safe as $$
    select plain_letters(replace(replace(regexp_replace(regexp_replace(normalize(name, nfd),
      '([aou])([\u0300-\u036f]*)\u0308', '\1e', 'gi'), '(a)([\u0300-\u036f]*)\u030a', '\1a', 'gi'),
      'ø', 'oe'), 'Ø', 'oe'))
  $$;
  create function is_found_by(name text, word text) returns boolean language sql immutable strict parallel safe as $$
    select strpos(plain_letters(name), plain_letters(word)) > 0 or strpos(search_form(name), search_form(word)) > 0
  $$;
  `,
)
