/** Programs of the system that the tests of this folder drive; a test whose program is missing fails and says so. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Returns the path of the first of these programs that can be run. Throws, naming the package, where none can. */
export function programPath(names: readonly string[], debianPackage: string): string {
  const places = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  const found = places.find(runnable)
  if (!found)
    throw new Error(`没有找到 ${names.join('、')}：npm run test:hosts 需要它（apt-get install ${debianPackage}）。`)
  return found
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
