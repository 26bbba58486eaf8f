/** What a cited item said when a briefing was made, kept with the briefing so that later changes can be told. */

/** The values of one cited item, in the words of the record. */
export interface MadeValue {
  text: string
  /** Each with what it counts, its value and its unit. */
  figures: readonly string[]
  status?: string
  from?: number
  to?: number
}

/** By the text of the citation, such as `plan:pa055`. */
export type MadeValues = { readonly [cited: string]: MadeValue }
