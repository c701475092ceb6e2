import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql'
import type { RecordType } from '../../schema/database.ts'
import type { ChangeTable, RevisionTable } from '../../schema/tables/revision.ts'
import { ChangeType } from '../../schema/types/enums.ts'
import { Node, TYPE_OF_ID } from '../../schema/types/node.ts'
import {
  Change,
  ChangeConnection,
  RecordState,
  Revision,
  RevisionConnection,
} from '../../schema/types/revision.ts'
import { DateScalar, DateTimeScalar, JSONObjectScalar } from '../../schema/types/scalars.ts'
import { BadInputError } from '../errors.ts'
import { CHANGE_TYPES, countChanges, findChanges } from '../records/change.ts'
import { canonical } from '../records/digest.ts'
import {
  countRevisions,
  EMPTY,
  findRevisions,
  getRevisions,
  requireRevision,
  revisionOn,
} from '../records/revision.ts'
import { dayOf, ForwardPage } from './arguments.ts'
import { connect } from './connection.ts'
import { batch, type Context, type Root as RootValue, recordOf, revisionAt } from './context.ts'
import { LangArg } from './recorded.ts'
import { valuesAt } from './state.ts'

interface StateRow {
  readonly values: Record<string, unknown>
  readonly since: number
  readonly ended: number | null
}

@Resolver(() => Revision)
export class RevisionResolver {
  @Query(() => Revision, { description: 'The revision that this answer was read from (版次).' })
  revision(@Root() root: RootValue, @Ctx() context: Context) {
    return requireRevision(context.db, revisionAt(root, context))
  }

  @Query(() => Revision, {
    nullable: true,
    description: 'The revision in force at the end of that day in Shanghai; null before the first.',
  })
  async revisionOn(
    @Arg('date', () => DateScalar) date: Date | string,
    @Root() root: RootValue,
    @Ctx() context: Context,
  ) {
    const found = await revisionOn(context.db, dayOf(date))
    return found !== undefined && found.number <= revisionAt(root, context) ? found : null
  }

  @Query(() => RevisionConnection, { description: 'The revisions (版次), newest first.' })
  async revisions(@Args(() => ForwardPage) page: ForwardPage, @Ctx() context: Context) {
    return connect(await findRevisions(context.db, page), () => countRevisions(context.db))
  }

  @Query(() => ChangeConnection, {
    description:
      'What was added, changed or removed after one revision up to another; the feed that partners sync from (变更).',
  })
  async changes(
    @Arg('since', () => Int) since: number,
    @Arg('until', () => Int, { nullable: true }) until: number | null,
    @Arg('types', () => [ChangeType as never], { nullable: true }) types: string[] | null,
    @Args(() => ForwardPage) page: ForwardPage,
    @Root() root: RootValue,
    @Ctx() context: Context,
  ) {
    const newest = revisionAt(root, context)
    const last = until ?? newest
    for (const [name, value] of Object.entries({ since, until: last })) {
      if (value < 0 || value > newest) {
        throw new BadInputError(`'${name}' must be a revision from 0 to ${newest}, got ${value}.`)
      }
    }
    const query = { since, until: last, types }
    return connect(await findChanges(context.db, query, page), () =>
      countChanges(context.db, query),
    )
  }

  @FieldResolver(() => String, { description: 'What it was, in a sentence (摘要).' })
  summary(@Root() revision: RevisionTable, @LangArg() lang: string): string {
    return lang === 'en' ? revision.summaryEn : revision.summaryZh
  }
}

const TYPE_NAMES = new Map<string, string>(
  Object.entries(CHANGE_TYPES).map(([name, table]) => [table, name]),
)

@Resolver(() => Change)
export class ChangeResolver {
  @FieldResolver()
  id(@Root() change: ChangeTable): string {
    return change.record
  }

  @FieldResolver()
  type(@Root() change: ChangeTable): string {
    return TYPE_NAMES.get(change.type) as string
  }

  @FieldResolver(() => Revision, { description: 'In which revision (版次).' })
  revision(@Root() change: ChangeTable, @Ctx() context: Context) {
    return revisionOf(context, change.revision)
  }

  @FieldResolver(() => DateTimeScalar, { description: 'When (时间).' })
  async at(@Root() change: ChangeTable, @Ctx() context: Context) {
    return (await revisionOf(context, change.revision)).at
  }

  @FieldResolver(() => JSONObjectScalar, {
    nullable: true,
    description: 'Its stored fields before; null where it was added.',
  })
  before(@Root() change: ChangeTable, @Ctx() context: Context) {
    return valuesAt(context, change.type as RecordType, change.record, change.revision - 1)
  }

  @FieldResolver(() => JSONObjectScalar, {
    nullable: true,
    description: 'Its stored fields after; null where it was removed.',
  })
  after(@Root() change: ChangeTable, @Ctx() context: Context) {
    return valuesAt(context, change.type as RecordType, change.record, change.revision)
  }

  @FieldResolver(() => [String], { description: 'Which fields differ (变更字段).' })
  async fields(@Root() change: ChangeTable, @Ctx() context: Context): Promise<string[]> {
    const [before, after] = await Promise.all([
      this.before(change, context),
      this.after(change, context),
    ])
    const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
    return [...names]
      .filter((name) => canonical(before?.[name]) !== canonical(after?.[name]))
      .sort()
  }

  @FieldResolver(() => Node, {
    nullable: true,
    description: 'The record as it stands now; null where it is gone.',
  })
  node(@Root() change: ChangeTable, @Ctx() context: Context) {
    if (!(change.type in TYPE_OF_ID)) return null // kept, and no type of the graph yet
    return recordOf(context, change.type as RecordType, change.record, context.newest)
  }
}

@Resolver(() => RecordState)
export class RecordStateResolver {
  @FieldResolver(() => Revision, { description: 'Since which revision (起).' })
  revision(@Root() state: StateRow, @Ctx() context: Context) {
    return revisionOf(context, state.since)
  }

  @FieldResolver(() => Revision, {
    nullable: true,
    description: 'Until which revision; null while it holds (止).',
  })
  until(@Root() state: StateRow, @Ctx() context: Context) {
    return state.ended === null ? null : revisionOf(context, state.ended)
  }
}

export async function revisionOf(context: Context, number: number): Promise<RevisionTable> {
  const revisions = batch(context, 'revisions', async (numbers) => {
    const rows = await getRevisions(context.db, numbers.map(Number))
    return new Map(rows.map((row) => [String(row.number), row]))
  })
  return (await revisions.load(String(number))) ?? EMPTY
}
