/** Departments as the record names them, and the short ids a link carries for them. */
import type { DetailFiles, PlanRecord } from '../record'

/** A department with the id that links carry for it. */
export interface Department {
  id: string
  name: string
}

const known = new Map<string, string>()

/**
 * Returns the id of a department: 32 bits of FNV-1a of its name in base 36, 7 characters, so that a link holds no
 * Chinese. It stays the same as long as the name does.
 */
export function departmentId(name: string): string {
  const cached = known.get(name)
  if (cached) return cached
  let hash = 0x811c9dc5
  for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193)
  const id = (hash >>> 0).toString(36).padStart(7, '0')
  known.set(name, id)
  return id
}

/** Returns every department that leads a project or task or is responsible for a plan, most rows first. */
export function departmentsOf(record: PlanRecord, details: DetailFiles | undefined): Department[] {
  const rows = new Map<string, number>()
  const count = (names: readonly string[]) => {
    for (const name of names) rows.set(name, (rows.get(name) ?? 0) + 1)
  }
  for (const project of details?.projects ?? []) count(project.lead)
  for (const task of details?.tasks ?? []) count(task.lead)
  for (const plan of record.plans) count(plan.bodies)
  return [...rows]
    .sort(([a, first], [b, second]) => second - first || a.localeCompare(b, 'zh-CN'))
    .map(([name]) => ({ id: departmentId(name), name }))
}
