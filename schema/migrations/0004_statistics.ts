import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** What may be told of people served, decided once for each revision; and the facts of each form added up. */
export const statistics: Migration = {
  name: '0004_statistics',
  async up(db, words) {
    await db.schema
      .createTable('served')
      .addColumn('campaign', words.text as never, (col) => col.notNull())
      .addColumn('line', words.text as never, (col) => col.notNull())
      .addColumn('audience', words.text as never, (col) => col.notNull())
      .addColumn('since', words.integer as never, (col) => col.notNull())
      .addColumn('until', words.integer as never)
      .addColumn('value', words.real as never)
      .addColumn('qualifier', words.text as never, (col) => col.notNull())
      .addColumn('rows', words.integer as never, (col) => col.notNull())
      .addColumn('sample', words.integer as never, (col) => col.notNull())
      .addPrimaryKeyConstraint('served_key', ['campaign', 'line', 'audience', 'since'])
      .execute()
    await db.schema
      .createTable('tally')
      .addColumn('submission', words.text as never, (col) => col.notNull())
      .addColumn('campaign', words.text as never)
      .addColumn('organization', words.text as never, (col) => col.notNull())
      .addColumn('region', words.text as never)
      .addColumn('group', words.text as never)
      .addColumn('measure', words.text as never, (col) => col.notNull())
      .addColumn('qualifier', words.text as never, (col) => col.notNull())
      .addColumn('basis', words.text as never, (col) => col.notNull())
      .addColumn('sample', words.integer as never, (col) => col.notNull())
      .addColumn('since', words.integer as never, (col) => col.notNull())
      .addColumn('until', words.integer as never)
      .addColumn('value', words.real as never)
      .addColumn('cells', words.integer as never, (col) => col.notNull())
      .execute()
    await sql`insert into tally select submission, campaign, organization, region, "group", measure, qualifier,
      basis, sample, since, "until", sum(value), count(value) from observation
      group by submission, campaign, organization, region, "group", measure, qualifier, basis, sample, since, "until"`.execute(
      db,
    )
    // Revisions that were written before anything was decided withhold every count of people served.
    await sql`insert into served
      select campaign, line, audience, min(since), null, null, 'UNKNOWN', 0, max(sample) from (
        select o.campaign, coalesce(o.audience, 'NONE') as audience, o.since, o.sample,
          case when exists (select 1 from region r where r.id = o.region and r."until" is null and r.level = 'CITY')
            then replace(o.region, 'region:', '') || case when exists (
              select 1 from organization c where c.id = o.organization and c.type = 'COLLEGE'
            ) then '-COLLEGES' else '-UNITS' end else replace(o.region, 'region:', '') end as line
        from observation o
        where o.measure = 'BENEFICIARY_PERSON_TIMES' and o.campaign is not null and o.region is not null
      ) as told group by campaign, line, audience`.execute(db)
    const indexes = [
      ['tally', ['campaign', 'measure']],
      ['tally', ['submission']],
      ['observation', ['since']],
      ['observation', ['until']],
    ] as const
    for (const [table, columns] of indexes) {
      const name = `${table}_by_${columns.join('_')}`
      await db.schema
        .createIndex(name)
        .on(table)
        .columns([...columns])
        .execute()
    }
  },
}
