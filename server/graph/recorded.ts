import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { RecordType } from '../../schema/database.ts'
import type { RecordTable, SourceRef } from '../../schema/tables/row.ts'
import { Lang } from '../../schema/types/enums.ts'
import { Recorded } from '../../schema/types/node.ts'
import { RecordState } from '../../schema/types/revision.ts'
import { Source } from '../../schema/types/source.ts'
import { findHistory } from '../records/change.ts'
import { batch, type Context } from './context.ts'
import { sourcesOf, statesOf } from './state.ts'

/** A record as a resolver receives it. */
export type RecordRow = RecordTable & { readonly at: number }

export interface SourceRow extends SourceRef {
  readonly at: number
}

@Resolver(() => Recorded)
export class RecordedResolver {
  @FieldResolver(() => [Source], {
    description: 'The cells and documents that this record was read from (来源).',
  })
  async sources(@Root() record: RecordRow, @Ctx() context: Context): Promise<SourceRow[]> {
    const refs = await sourcesOf(context, record.id, record.since)
    return refs.map((source) => ({ ...source, at: record.at }))
  }

  @FieldResolver(() => [RecordState], {
    description: 'Every state this record has had, newest first (沿革).',
  })
  async history(@Root() record: RecordRow, @Ctx() context: Context) {
    const changes = batch(context, `history ${record.at}`, async (records) =>
      Map.groupBy(await findHistory(context.db, records, record.at), (change) => change.record),
    )
    const type = record.id.split(':', 1)[0] as RecordType
    return statesOf(context, type, record, (await changes.load(record.id)) ?? [])
  }
}

export interface Named {
  readonly nameZh: string
  readonly nameEn: string | null
}

/** The name in a language; a name without an English form is given as it is. */
export function nameOf(record: Named, lang: string): string {
  return lang === 'en' ? (record.nameEn ?? record.nameZh) : record.nameZh
}

/** `lang: Lang = ZH`, said the same way on every field that has two languages. */
export function LangArg(): ParameterDecorator {
  return Arg('lang', () => Lang as never, {
    defaultValue: Lang.ZH,
    nullable: true,
    description: 'The language (语言).',
  }) as ParameterDecorator
}
