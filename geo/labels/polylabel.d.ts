declare module 'polylabel' {
  /**
   * Returns the pole of inaccessibility of a polygon, `distance` from its border, to within `precision`, in the
   * polygon's units.
   */
  export default function polylabel(
    polygon: readonly (readonly (readonly [number, number])[])[],
    precision: number,
  ): [x: number, y: number] & { distance: number }
}
