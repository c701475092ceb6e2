import { XML_HEAD } from './markup.ts'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The looks of what we write: the faces that offices have, in the sizes they are used to. */
export function stylesXml(): string {
  return `${XML_HEAD}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr>\
${facesXml('仿宋')}${sizeXml(12)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>\
<w:pPrDefault/></w:docDefaults>\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
<w:tblPr><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>\
</w:tblPr></w:style>\
${styleXml('title', '<w:spacing w:before="120" w:after="160"/><w:jc w:val="center"/>', `${facesXml('宋体')}<w:b/>${sizeXml(18)}`)}\
${styleXml('text', '<w:spacing w:line="400" w:lineRule="atLeast"/>', '')}\
${styleXml('small', '', sizeXml(10.5))}\
${styleXml('header', '<w:jc w:val="center"/>', `${facesXml('宋体')}<w:b/>`)}\
${styleXml('label', '<w:jc w:val="center"/>', '')}</w:styles>`
}

/** As Word 2013 and later lay pages out; without it a document opens in compatibility mode. */
export function settingsXml(): string {
  return `${XML_HEAD}<w:settings xmlns:w="${WORD}"><w:compat><w:compatSetting \
w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
</w:settings>`
}

/** `w:eastAsia` is the face of Chinese characters; the others are for letters and figures. */
export function facesXml(chinese: string): string {
  return `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${chinese}" w:cs="Times New Roman"/>`
}

/** Word counts in half points. */
export function sizeXml(points: number): string {
  return `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`
}

function styleXml(name: string, paragraph: string, run: string): string {
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${name}"><w:name w:val="Linzhan ${name}"/>\
<w:basedOn w:val="Normal"/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
}
