import type { WrittenDocument } from './document.ts'
import { XML_HEAD } from './markup.ts'
import { openPage, WORD_NAMES } from './wordpage.ts'
import { settingsXml, stylesXml } from './wordstyles.ts'
import { type Part, packZip } from './zip.ts'

/** A Word document for people to fill in. The same description gives the same bytes. */
export async function writeDocx(document: WrittenDocument): Promise<Buffer> {
  const { blocks, landscape = false } = document
  const page = openPage(landscape)
  const body = blocks.map(page.xml).join('')
  const pictures = page.pictures.map(
    ({ bytes, name }): Part => [`word/media/${name}`, Buffer.from(bytes)],
  )
  return await packZip([
    ['[Content_Types].xml', contentTypesXml()],
    ['_rels/.rels', relationsXml([['officeDocument', 'word/document.xml']])],
    [
      'word/document.xml',
      `${XML_HEAD}<w:document ${WORD_NAMES}><w:body>${body}${sectionXml(landscape)}</w:body></w:document>`,
    ],
    [
      'word/_rels/document.xml.rels',
      relationsXml([
        ['styles', 'styles.xml'],
        ['settings', 'settings.xml'],
        ...page.pictures.map(({ name }): Target => ['image', `media/${name}`]),
      ]),
    ],
    ['word/styles.xml', stylesXml()],
    ['word/settings.xml', settingsXml()],
    ...pictures,
  ])
}

function sectionXml(landscape: boolean): string {
  const size = landscape
    ? '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    : '<w:pgSz w:w="11906" w:h="16838"/>'
  const margins = 'w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"' // 20 mm
  return `<w:sectPr>${size}<w:pgMar ${margins} w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`
}

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

function contentTypesXml(): string {
  const parts = [
    ['document', 'document.main'],
    ['styles', 'styles'],
    ['settings', 'settings'],
  ].map(
    ([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${TYPE}.${type}+xml"/>`,
  )
  return `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="png" ContentType="image/png"/>\
${parts.join('')}</Types>`
}

type Target = readonly [type: string, target: string]

function relationsXml(targets: readonly Target[]): string {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const lines = targets.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`,
  )
  const scheme = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return `${XML_HEAD}<Relationships xmlns="${scheme}">${lines.join('')}</Relationships>`
}
