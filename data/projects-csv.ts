/** The table of projects, one for the published file and for the reader's export. */
import { toCsv } from './csv'
import type { Project, SourceReference } from './schema'
import { spansText } from './years-text'

/** How a table writes what a project names by ids. */
export interface ProjectWords {
  features: (ids: readonly string[]) => string
  sources: (sources: readonly SourceReference[]) => string
}

/** Returns projects as CSV with a Chinese header and a column a year of the schedule. */
export function projectsCsv(projects: readonly Project[], schedule: readonly number[], words: ProjectWords): string {
  const years = schedule.map(String)
  const header = [
    ...['序号', '类别', '工程', '项目', '内容', '投资（万元）', ...years],
    ...['牵头单位', '配合单位', '要素', '来源', '跨年安排'],
  ]
  const cells = (project: Project) => [
    project.id,
    project.category,
    project.programme,
    project.name,
    project.text,
    project.investmentWan,
    ...years.map((year) => project.schedule[year]),
    project.lead.join('、'),
    project.partners.join('、'),
    words.features(project.features),
    words.sources(project.sources),
    spansText(project.spans),
  ]
  return toCsv(header, projects.map(cells))
}
