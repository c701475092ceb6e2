import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import { type DatasetColumn, datasets } from '../../schema/terms/datasets.ts'
import { describe } from '../../schema/terms/fields.ts'
import { Column, Dataset, Release } from '../../schema/types/document.ts'
import { URLScalar } from '../../schema/types/scalars.ts'
import { BadInputError } from '../errors.ts'
import { activitiesQuery } from '../records/activity.ts'
import { countRows } from '../records/asof.ts'
import { hubKind } from '../records/hub.ts'
import { organizationsQuery } from '../records/organization.ts'
import { projectsQuery } from '../records/project.ts'
import { getRevisions, requireRevision } from '../records/revision.ts'
import { stationsQuery } from '../records/station.ts'
import { type Context, type Root as RootValue, revisionAt } from './context.ts'
import { LangArg } from './recorded.ts'

interface DatasetRow {
  readonly id: string
  readonly name: string
  readonly at: number
}

@Resolver(() => Dataset)
export class DatasetResolver {
  @Query(() => [Dataset], { description: 'The tables of the open data (数据集).' })
  datasets(@Root() root: RootValue, @Ctx() context: Context): DatasetRow[] {
    const at = revisionAt(root, context)
    return Object.keys(datasets).map((name) => ({ id: `dataset:${name}`, name, at }))
  }

  @Query(() => Dataset, { nullable: true, description: 'A dataset by its id (数据集).' })
  dataset(@Arg('id', () => ID) id: string, @Root() root: RootValue, @Ctx() context: Context) {
    return this.datasets(root, context).find((one) => one.id === id) ?? null
  }

  @FieldResolver(() => String, { description: 'Its title (标题).' })
  title(@Root() { name }: DatasetRow, @LangArg() lang: 'zh' | 'en'): string {
    return datasets[name]?.title[lang] ?? name
  }

  @FieldResolver(() => String, { description: 'What it holds (说明).' })
  description(@Root() { name }: DatasetRow, @LangArg() lang: 'zh' | 'en'): string {
    return datasets[name]?.description[lang] ?? name
  }

  @FieldResolver()
  async sample(@Ctx() context: Context): Promise<boolean> {
    return (await hubKind(context.db)) === 'demo'
  }

  @FieldResolver()
  async modified(@Root() { at }: DatasetRow, @Ctx() context: Context): Promise<string> {
    return (await requireRevision(context.db, at)).at
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many rows; null where they are computed (行数).',
  })
  rows(@Root() { name, at }: DatasetRow, @Ctx() { db }: Context): Promise<number> | null {
    if (name === 'stations') return countRows(stationsQuery(db, at))
    if (name === 'organizations') return countRows(organizationsQuery(db, at))
    if (name === 'projects') return countRows(projectsQuery(db, at))
    return name === 'activities' ? countRows(activitiesQuery(db, at)) : null
  }

  @FieldResolver(() => URLScalar, {
    description: 'Under which conditions it may be used (使用许可).',
  })
  licence(@Ctx() { origin }: Context): string {
    return `${origin}/zh/data#licence`
  }

  @FieldResolver()
  columns(@Root() { name }: DatasetRow) {
    return datasets[name]?.columns ?? []
  }

  @FieldResolver()
  distributions(@Root() { name, at }: DatasetRow, @Ctx() { origin }: Context) {
    return [csvAt(`${origin}/data/${name}.csv`), csvAt(`${origin}/data/r${at}/${name}.csv`)]
  }

  @FieldResolver(() => [Release], {
    description: 'It as it stood at each revision, newest first (发布版本).',
  })
  async releases(
    @Root() { name, at }: DatasetRow,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' })
    first: number,
    @Ctx() { db, origin }: Context,
  ) {
    if (first < 1 || first > 100) {
      throw new BadInputError(`'first' must be from 1 to 100, got ${first}.`)
    }
    const numbers = Array.from({ length: Math.min(first, at) }, (_, i) => at - i)
    const revisions = numbers.length === 0 ? [] : await getRevisions(db, numbers)
    return revisions
      .sort((a, b) => b.number - a.number)
      .map((revision) => ({
        revision,
        distributions: [csvAt(`${origin}/data/r${revision.number}/${name}.csv`)],
        validated: [],
      }))
  }
}

const csvAt = (url: string) => ({ format: 'csv', mediaType: 'text/csv; charset=utf-8', url })

@Resolver(() => Column)
export class ColumnResolver {
  @FieldResolver(() => String, { description: 'Its title in the file (标题).' })
  title(@Root() column: DatasetColumn, @LangArg() lang: 'zh' | 'en'): string {
    return column.term[lang]
  }

  @FieldResolver(() => String, { nullable: true, description: 'What it means (说明).' })
  description(@Root() column: DatasetColumn, @LangArg() _lang: string): string {
    return describe(column.term)
  }

  @FieldResolver()
  unit(@Root() column: DatasetColumn): string | null {
    return column.unit?.zh ?? null
  }
}
