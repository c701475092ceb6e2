import { Arg, Args, Ctx, Query, Resolver, Root } from 'type-graphql'
import type { RecordType } from '../../schema/database.ts'
import { searchTypes } from '../../schema/terms/everyday.ts'
import { SearchType } from '../../schema/types/enums.ts'
import { SearchConnection } from '../../schema/types/search.ts'
import { BadInputError } from '../errors.ts'
import type { Page } from '../records/page.ts'
import { type Found, searchRecords, understandText } from '../records/search.ts'
import type { SearchedType } from '../records/searched.ts'
import { ForwardPage } from './arguments.ts'
import { connect } from './connection.ts'
import { type Context, type Root as RootValue, recordOf, revisionAt } from './context.ts'

const LONGEST = 200 // characters

@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, {
    description:
      'What fits a text (搜索): names, addresses, services, districts, everyday words, pinyin and initials; named so first. A part that nothing fits is read with one mistake.',
  })
  async search(
    @Arg('text', () => String) text: string,
    @Arg('types', () => [SearchType], { nullable: true }) types: string[] | null,
    @Args(() => ForwardPage) request: ForwardPage,
    @Root() root: RootValue,
    @Ctx() context: Context,
  ) {
    if (text.length > LONGEST) {
      throw new BadInputError(`'text' may have ${LONGEST} characters, got ${text.length}.`)
    }
    const at = revisionAt(root, context)
    const wanted = typesOf(types?.length ? types : Object.keys(searchTypes))
    const meanings = await understandText(context.db, at, wanted, text)
    const { page, count } = await searchRecords(context.db, at, wanted, text, meanings, request)
    const rows = await Promise.all(page.rows.map((found) => recordFound(context, found, at)))
    const found = new Map(page.rows.map((row, i) => [rows[i], row]))
    const kept: Page<object> = {
      ...page,
      rows: rows as object[],
      cursor: (row) => page.cursor(found.get(row as never) as Found),
    }
    return connect(kept, count)
  }
}

const typesOf = (types: readonly string[]) => types.map((one) => one.toLowerCase() as SearchedType)

function recordFound(context: Context, { id }: Found, at: number) {
  return recordOf(context, id.split(':', 1)[0] as RecordType, id, at)
}
