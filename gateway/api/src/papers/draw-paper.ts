import { fileURLToPath } from 'node:url'
import PdfDocument from 'pdfkit'
import { type Letters, lettersOf } from './letters.ts'
import type { Paper, PaperTable } from './paper.ts'

type Pdf = InstanceType<typeof PdfDocument>
type Sheet = { readonly pdf: Pdf; readonly letters: Letters; readonly body: PDFKit.PDFStructureElement }

const FONTS = '@expo-google-fonts/noto-sans-jp'
const REGULAR = fileURLToPath(import.meta.resolve(`${FONTS}/400Regular/NotoSansJP_400Regular.ttf`))
const BOLD = fileURLToPath(import.meta.resolve(`${FONTS}/700Bold/NotoSansJP_700Bold.ttf`))
const MARGIN = 56
const NAME_WIDTH = 110
const [SMALL, TEXT, LARGE, TITLE] = [9.5, 11, 14, 20]
const GREY = '#767676'
const MISSING = '「〓」は、この書類の文字にない字です。正しい字は、市の窓口か予約の画面で確かめてください。'

// The library has these and its types do not yet know them.
const ACCESSIBLE: object = { subset: 'PDF/UA' }
const scoped = (scope: 'Row' | 'Column'): object => ({ scope })

/** A paper as a tagged PDF (PDF/UA-1): its text can be read aloud, searched and copied, and only the letters used of the fonts are in it. */
export async function drawPaper(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = new PdfDocument({
    size: 'A4',
    layout: paper.table ? 'landscape' : 'portrait',
    margin: MARGIN,
    pdfVersion: '1.7',
    ...ACCESSIBLE,
    tagged: true,
    lang: 'ja-JP',
    displayTitle: true,
    info: { Title: paper.title },
  })
  pdf.registerFont('regular', REGULAR)
  pdf.registerFont('bold', BOLD)
  const body = pdf.struct('Document')
  pdf.addStructure(body)
  const bytes = collected(pdf)
  drawParts({ pdf, letters: lettersOf(REGULAR), body }, paper)
  body.end()
  pdf.end()
  return bytes
}

function drawParts(sheet: Sheet, { title, head, to, lead, facts, table, notes, issuer }: Paper): void {
  for (const words of head) line(sheet, words, { size: SMALL, align: 'right' })
  line(sheet, title, { tag: 'H1', font: 'bold', size: TITLE, align: 'center', after: 18 })
  if (to !== undefined) line(sheet, to, { size: LARGE, after: 10 })
  if (lead !== undefined) line(sheet, lead, { after: 10 })
  if (facts) drawFacts(sheet, facts)
  if (table) drawTable(sheet, table)
  sheet.pdf.moveDown(0.8)
  for (const words of notes) line(sheet, words, { size: SMALL, after: 4 })
  sheet.pdf.moveDown(0.8)
  for (const words of issuer) line(sheet, words, { align: 'right' })
  if (sheet.letters.isMissing()) line(sheet, MISSING, { size: SMALL, colour: GREY })
}

type Look = {
  readonly tag?: 'P' | 'H1'
  readonly font?: 'regular' | 'bold'
  readonly size?: number
  readonly align?: 'left' | 'right' | 'center'
  readonly after?: number
  readonly colour?: string
}

function line({ pdf, letters, body }: Sheet, words: string, look: Look): void {
  const { tag = 'P', font = 'regular', size = TEXT, align = 'left', after = 2, colour = 'black' } = look
  body.add(
    pdf.struct(tag, {}, () => {
      pdf.font(font).fontSize(size).fillColor(colour)
      pdf.text(letters.drawn(words), MARGIN, pdf.y, { width: widthOf(pdf), align, lineGap: 3 })
      pdf.y += after
    }),
  )
}

function drawFacts(sheet: Sheet, facts: NonNullable<Paper['facts']>): void {
  const table = sheet.pdf.struct('Table')
  sheet.body.add(table)
  for (const [name, value] of facts)
    drawRow(sheet, table, {
      cells: [
        { words: name, width: NAME_WIDTH, isHead: true, scope: 'Row' },
        { words: value, width: widthOf(sheet.pdf) - NAME_WIDTH },
      ],
    })
  table.end()
}

function drawTable(sheet: Sheet, { columns, rows }: PaperTable): void {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  const width = widthOf(sheet.pdf)
  const widths = columns.map(({ share }) => (width * share) / whole)
  const table = sheet.pdf.struct('Table')
  sheet.body.add(table)
  const head = columns.map(
    ({ name }, nr): Cell => ({ words: name, width: widths[nr] ?? 0, isHead: true, scope: 'Column' }),
  )
  drawRow(sheet, table, { cells: head })
  for (const row of rows)
    drawRow(sheet, table, { cells: row.map((words, nr) => ({ words, width: widths[nr] ?? 0 })), head })
  table.end()
}

type Cell = {
  readonly words: string
  readonly width: number
  readonly isHead?: boolean
  readonly scope?: 'Row' | 'Column'
}
const PADDING = 5

/** A row is never divided: what does not fit begins the next sheet, under the head once more, which is not read again. */
function drawRow(
  sheet: Sheet,
  table: PDFKit.PDFStructureElement,
  { cells, head }: { readonly cells: readonly Cell[]; readonly head?: readonly Cell[] },
): void {
  const { pdf } = sheet
  const height = heightOf(sheet, cells)
  if (pdf.y + height > pdf.page.height - MARGIN) {
    pdf.addPage()
    if (head) repeatHead(sheet, head)
  }
  const top = pdf.y
  const row = pdf.struct('TR')
  table.add(row)
  for (const cell of placed(cells)) {
    const { isHead, scope } = cell
    row.add(pdf.struct(isHead ? 'TH' : 'TD', scope ? scoped(scope) : {}, () => drawCell(sheet, cell, top)))
  }
  row.end()
  endRow(pdf, top + height)
}

function repeatHead(sheet: Sheet, head: readonly Cell[]): void {
  const { pdf } = sheet
  const top = pdf.y
  artifact(pdf, () => {
    for (const cell of placed(head)) drawCell(sheet, cell, top)
  })
  endRow(pdf, top + heightOf(sheet, head))
}

function heightOf({ pdf, letters }: Sheet, cells: readonly Cell[]): number {
  const heights = cells.map(({ words, width, isHead }) => {
    pdf.font(isHead ? 'bold' : 'regular').fontSize(TEXT - 1)
    return pdf.heightOfString(letters.drawn(words), { width: width - PADDING, lineGap: 2 })
  })
  return Math.min(Math.max(...heights), mostHeight(pdf)) + 2 * PADDING
}

type Placed = Cell & { readonly left: number }

function placed(cells: readonly Cell[]): readonly Placed[] {
  let left = MARGIN
  return cells.map(cell => {
    left += cell.width
    return { ...cell, left: left - cell.width }
  })
}

function drawCell({ pdf, letters }: Sheet, { words, width, isHead, left }: Placed, top: number): void {
  pdf
    .font(isHead ? 'bold' : 'regular')
    .fontSize(TEXT - 1)
    .fillColor('black')
  pdf.text(letters.drawn(words), left, top + PADDING, {
    width: width - PADDING,
    height: mostHeight(pdf),
    ellipsis: '…',
    lineGap: 2,
  })
}

/** What is taller than a sheet, a note of nothing but new lines say, ends with …; the page has it whole. */
function mostHeight(pdf: Pdf): number {
  return pdf.page.height - 2 * MARGIN - 60
}

function endRow(pdf: Pdf, bottom: number): void {
  artifact(pdf, () => {
    const right = MARGIN + widthOf(pdf)
    pdf.moveTo(MARGIN, bottom).lineTo(right, bottom).lineWidth(0.5).strokeColor(GREY).stroke()
  })
  pdf.y = bottom
}

/** What is drawn and not read. */
function artifact(pdf: Pdf, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  draw()
  pdf.endMarkedContent()
}

function widthOf(pdf: Pdf): number {
  return pdf.page.width - 2 * MARGIN
}

function collected(pdf: Pdf): Promise<Uint8Array<ArrayBuffer>> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>()
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  pdf.on('end', () => resolve(Uint8Array.from(Buffer.concat(parts))))
  pdf.on('error', reject)
  return promise
}
