import { sql } from 'kysely'

type Column = 'nameZh' | 'nameEn' | 'addressZh' | 'addressEn'

/** True where any of the columns holds the text; letters of either case, wildcards taken literally. */
export function holdsText(columns: readonly Column[], text: string) {
  const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const tests = columns.map((column) => sql`lower(${sql.ref(column)}) like ${pattern} escape '\\'`)
  return sql<boolean>`(${sql.join(tests, sql` or `)})`
}

/** True where a JSON list of codes holds each of these codes. */
export function holdsAll(column: 'amenities' | 'services' | 'themes', codes: readonly string[]) {
  const tests = codes.map((code) => sql`${sql.ref(column)} like ${`%"${code}"%`}`)
  return sql<boolean>`(${sql.join(tests, sql` and `)})`
}
