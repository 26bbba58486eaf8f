/**
 * Whether the browser knows WebGL 2 at all. Making a context to be sure costs as much as the engine's own; where the
 * browser knows it but cannot have it, the engine says so when it starts.
 */
export const hasWebGl2 = (): boolean => typeof WebGL2RenderingContext !== 'undefined'
