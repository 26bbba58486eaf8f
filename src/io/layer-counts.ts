/** Fetches the tables of added layers: how many features lie in each district. */

/** Returns the counts by code of a district; undefined where the table cannot be had or is another kind of file. */
export async function loadLayerCounts(address: string): Promise<ReadonlyMap<string, number> | undefined> {
  try {
    const response = await fetch(new URL(address, document.baseURI), { cache: 'no-cache' })
    if (!response.ok) return undefined
    const { counts } = (await response.json()) as { counts?: { [code: string]: unknown } }
    const entries = Object.entries(counts ?? {}).flatMap(([code, count]) =>
      typeof count === 'number' ? [[code, count] as const] : [],
    )
    return entries.length > 0 ? new Map(entries) : undefined
  } catch {
    return undefined
  }
}
