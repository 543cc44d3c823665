/**
 * The printed page. Everything a person wrote comes in as JSON text (`sys.inputs.data`) and is placed as text, never
 * read as markup.
 */
export const pdfTemplate = `
#let d = json(bytes(sys.inputs.data))
#let ink = rgb("#1B2A2F")
#let soft = rgb("#5A6A70")
#let accent = rgb("#0B6E6E")
#let tint = rgb("#E9F2F2")
#let line-colour = rgb("#C9D4D6")

#set document(title: d.documentTitle, author: "Consortia", description: d.audienceLine, date: datetime(..d.date))
#set text(font: "Inter", fallback: false, size: 9pt, lang: d.lang, fill: ink, hyphenate: true)
#set par(leading: 0.62em, spacing: 0.9em)
#set page(
  paper: "a4",
  margin: (top: 2.2cm, bottom: 2cm, left: 1.9cm, right: 1.9cm),
  header: context if counter(page).get().first() > 1 {
    set text(size: 7.5pt, fill: soft)
    grid(columns: (1fr, auto), column-gutter: 1em,
      box(height: 1.35em, clip: true, [*#d.acronym* #h(0.4em) #d.shortTitle]), d.summaryWord)
    v(-0.5em)
    line(length: 100%, stroke: 0.5pt + line-colour)
  },
  footer: context {
    set text(size: 7.5pt, fill: soft)
    line(length: 100%, stroke: 0.5pt + line-colour)
    v(-0.5em)
    grid(columns: (1fr, auto), column-gutter: 1em,
      [#d.audienceLine · #d.generatedLine],
      [#d.page #counter(page).display() #d.pageOf #counter(page).final().first()])
  },
)
#show heading.where(level: 1): it => block(above: 1.9em, below: 0.9em, sticky: true, breakable: false)[
  #text(size: 14pt, weight: 600, fill: accent, hyphenate: false, it.body)
  #v(-0.55em) #line(length: 100%, stroke: 0.8pt + accent)]
#show heading.where(level: 2): it => block(above: 1.5em, below: 0.7em, sticky: true, breakable: false,
  text(size: 10.5pt, weight: 600, hyphenate: false, it.body))

#let shown(cell) = if cell.kind == "confidential" { text(style: "italic", fill: soft, size: 0.92em, hyphenate: true, cell.text) } else { cell.text }

#let prose(value) = for part in value { par(justify: false, part) }

#let figures(rows) = for (i, part) in rows.chunks(4).enumerate() { block(above: if i == 0 { 1.5em } else { 0.7em }, below: 0.7em, breakable: false, grid(
  columns: (1fr,) * part.len(), gutter: 7pt,
  ..part.map(row => block(fill: tint, radius: 3pt, inset: 8pt, width: 100%, height: 1.55cm, {
    text(size: 7.5pt, fill: soft, row.label)
    v(-0.3em)
    text(size: if row.value.text.clusters().len() > 14 { 9pt } else { 12.5pt }, weight: 600, fill: accent, hyphenate: false, shown(row.value))
  })))) }

#let facts(rows) = grid(columns: (3.9cm, 1fr), column-gutter: 1em, row-gutter: 0.75em,
  ..rows.map(row => (text(fill: soft, row.label), shown(row.value))).flatten())

#let sheet(t) = {
  set text(size: 8pt)
  set par(leading: 0.5em, spacing: 0.5em)
  let n = t.columns.len()
  let cells = ()
  for row in t.rows {
    if row.group != none {
      cells.push(table.cell(colspan: n, fill: tint, inset: (x: 4pt, y: 5pt), breakable: false, text(weight: 600, row.group)))
    }
    for (i, cell) in row.cells.enumerate() {
      let body = shown(cell)
      let at = if t.columns.at(i).end { right } else { left }
      cells.push(table.cell(align: at + top, breakable: false, fill: if row.total { tint } else { none },
        if row.total { text(weight: 600, body) } else if row.tall { box(height: 30pt, body) } else { body }))
    }
  }
  table(
    columns: t.columns.map(c => c.weight * 1fr),
    stroke: (x, y) => (bottom: 0.4pt + line-colour),
    inset: (x: 4pt, y: 4.5pt),
    table.header(..t.columns.map(c => table.cell(fill: accent, align: if c.end { right + bottom } else { left + bottom },
      text(fill: white, weight: 600, size: 7.5pt, hyphenate: true, c.heading)))),
    ..cells,
  )
}

#let patterned(kind, colour) = {
  let c = rgb(colour)
  if kind == "effort" { c }
  else if kind == "cash" { tiling(size: (5pt, 5pt), { place(rect(width: 100%, height: 100%, fill: c.lighten(72%)))
    place(line(start: (0pt, 5pt), end: (5pt, 0pt), stroke: 1.5pt + c)) }) }
  else if kind == "in-kind" { tiling(size: (5pt, 5pt), { place(rect(width: 100%, height: 100%, fill: c.lighten(80%)))
    place(dx: 1.2pt, dy: 1.2pt, circle(radius: 1.3pt, fill: c)) }) }
  else if kind == "equipment" { tiling(size: (5pt, 5pt), { place(rect(width: 100%, height: 100%, fill: c.lighten(80%)))
    place(line(start: (0pt, 0pt), end: (5pt, 5pt), stroke: 0.9pt + c)) ; place(line(start: (0pt, 5pt), end: (5pt, 0pt), stroke: 0.9pt + c)) }) }
  else { tiling(size: (4pt, 4pt), { place(rect(width: 100%, height: 100%, fill: c.lighten(78%)))
    place(dy: 1pt, rect(width: 100%, height: 1.6pt, fill: c)) }) }
}

#let chart(c) = {
  block(sticky: true, below: 0.8em, breakable: false, {
    text(weight: 600, size: 10.5pt, c.heading)
    v(0.1em)
    for kind in c.kinds {
      box(baseline: 1pt, rect(width: 14pt, height: 8pt, stroke: 0.5pt + rgb(kind.colour), fill: patterned(kind.kind, kind.colour)))
      h(3pt)
      text(size: 8pt, kind.label)
      h(10pt)
    }
  })
  grid(columns: (4.6cm, 1fr, 3.1cm), column-gutter: 6pt, row-gutter: 5pt, align: (right + horizon, left + horizon, left + horizon),
    ..c.bars.map(bar => (
      text(size: 8pt, hyphenate: true, bar.member),
      box(width: 100%, height: 11pt, {
        let at = 0%
        for part in bar.parts {
          place(dx: at, rect(width: part.share * 1%, height: 11pt, stroke: 0.5pt + rgb(part.colour), fill: patterned(part.kind, part.colour)))
          at += part.share * 1%
        }
      }),
      { text(size: 8pt, weight: 600, bar.total); if bar.note != none { linebreak(); text(size: 7pt, style: "italic", fill: soft, bar.note) } },
    )).flatten())
  v(1.2em)
}

#let changed(groups) = for group in groups {
  heading(level: 2, group.action)
  for change in group.changes {
    block(above: 0.7em, below: 0.5em, inset: (left: 0.5em), {
      text(fill: soft, change.entity + ": ")
      text(weight: 600, change.name)
      for field in change.fields {
        linebreak()
        h(1em)
        text(fill: soft, field.label + ": ")
        if field.before != none { strike(stroke: 0.5pt + soft, text(fill: soft, shown(field.before))); [ → ] }
        shown(field.after)
      }
    })
  }
}

#if d.sample != none { block(fill: rgb("#FFF3D6"), inset: 6pt, radius: 3pt, width: 100%, text(size: 8pt, weight: 600, d.sample)) }
#block(below: 0.9em, text(size: 9pt, fill: soft, weight: 600, d.summaryWord))
#block(below: 1em, text(size: 26pt, weight: 600, fill: accent, hyphenate: true, d.acronym))
#block(below: 1em, par(leading: 0.55em, text(size: 13pt, weight: 600, d.title)))
#block(below: 1.4em, text(fill: soft)[#text(weight: 600, d.audienceLine). #d.audienceNote #linebreak() #d.generatedLine])

#for section in d.sections {
  if section.heading != none { heading(level: 1, section.heading) }
  for b in section.blocks {
    if b.type == "heading" { heading(level: 2, b.text) }
    else if b.type == "prose" { prose(b.parts) }
    else if b.type == "note" { block(text(fill: soft, size: 8.5pt, b.text)) }
    else if b.type == "figures" { figures(b.rows) }
    else if b.type == "facts" { facts(b.rows) }
    else if b.type == "table" { sheet(b) }
    else if b.type == "chart" { chart(b) }
    else if b.type == "changes" { changed(b.groups) }
  }
}
#if d.replaced != none { v(1em); text(size: 7.5pt, fill: soft, d.replaced) }
`;
