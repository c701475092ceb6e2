import { lastWord, type Relation, relationsName, targetName } from '../../office/names.ts'
import type { Archive } from '../../office/unzip.ts'
import { refuse } from './refuse.ts'
import { readXml } from './xml.ts'

/** What a part points at inside the package; nothing outside is ever followed. */
export async function readRelations(zip: Archive, part: string): Promise<Relation[]> {
  const name = relationsName(part)
  const relations: Relation[] = []
  if (!zip.has(name)) return relations
  await readXml(zip.chunks(name), {
    open(element, { Id = '', Type = '', Target = '', TargetMode }) {
      if (element !== 'Relationship' || TargetMode === 'External') return
      relations.push({ id: Id, type: lastWord(Type), part: targetName(part, Target) })
    },
  })
  return relations
}

/** What is inside a workbook that the hub will not open, by name alone. */
export function refuseContents(names: readonly string[]): void {
  for (const [pattern, code, reason] of UNWELCOME) {
    const name = names.find((each) => pattern.test(each))
    if (name) throw refuse(code, reason, { raw: 'xlsx', part: name })
  }
}

const UNWELCOME = [
  [/(^|\/)vbaProject\.bin$|(^|\/)(macrosheets|dialogsheets)\//i, 'R_MACRO', 'macro'],
  [/(^|\/)externalLinks\//i, 'R_FORMAT', 'external-links'],
  [/(^|\/)(embeddings|activeX)\//i, 'R_FORMAT', 'embedded'],
] as const
