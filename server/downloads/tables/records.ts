import type { RecordType } from '../../../schema/database.ts'
import { parse } from '../../../schema/tables/row.ts'
import type { Lang, TermRecord } from '../../../schema/terms/term.ts'
import { label } from '../../../schema/terms/term.ts'
import { getByIds, type RowOf, type Rows } from '../../records/asof.ts'
import type { RegionRow } from '../../records/region.ts'
import type { Db } from '../../store/open.ts'
import { BATCH, type TableRow } from '../table.ts'

/** All rows of a query in the order of their ids, a batch at a time. */
export async function* inBatches<T extends RecordType>(
  query: (after: string) => Rows<T>,
): AsyncIterable<RowOf<T>[]> {
  let after = ''
  for (;;) {
    const rows = (await query(after)
      .orderBy('id' as never)
      .limit(BATCH)
      .execute()) as unknown as RowOf<T>[]
    if (rows.length === 0) return
    yield rows
    after = (rows.at(-1) as RowOf<T>).id
  }
}

/** The regions of rows by id: 55 or 55,000, each is read once for a batch. */
export async function regionsOf(
  db: Db,
  at: number,
  rows: readonly { region: string | null }[],
): Promise<ReadonlyMap<string, RegionRow>> {
  const ids = [...new Set(rows.flatMap((row) => row.region ?? []))]
  return new Map((await getByIds(db, 'region', ids, at)).map((row) => [row.id, row]))
}

export function regionColumns(
  regions: ReadonlyMap<string, RegionRow>,
  region: string | null,
  lang: Lang,
): TableRow {
  const found = region === null ? undefined : regions.get(region)
  return { regionCode: found?.code, regionName: lang === 'en' ? found?.nameEn : found?.nameZh }
}

export const word = (list: TermRecord, code: string | null, lang: Lang) =>
  code === null ? null : label(list, code, lang)

export const wordsOf = (list: TermRecord, codes: string, lang: Lang) =>
  parse<string[]>(codes).map((code) => label(list, code, lang))

export const yesNo = (flag: 0 | 1 | null) => (flag === null ? null : flag === 1)
