import type { Migration } from './migration.ts'

/** Places that people name: a list by distance can begin at them. */
export const places: Migration = {
  name: '0007_places',
  async up(db, { text, integer, real }) {
    const columns = [
      ['id', text, true],
      ['since', integer, true],
      ['until', integer, false],
      ['digest', text, true],
      ['sample', integer, true],
      ['nameZh', text, true],
      ['nameEn', text, false],
      ['aliases', text, true],
      ['kind', text, true],
      ['region', text, true],
      ['lat', real, true],
      ['lon', real, true],
      ['datumGiven', text, true],
      ['locationPrecision', text, true],
      ['source', text, true],
      ['licence', text, true],
      ['note', text, false],
    ] as const
    let table = db.schema.createTable('place')
    for (const [name, type, needed] of columns) {
      table = table.addColumn(name, type as never, (col) => (needed ? col.notNull() : col))
    }
    await table.addPrimaryKeyConstraint('place_key', ['id', 'since'] as never).execute()
  },
}
