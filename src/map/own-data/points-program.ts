/** The program that draws own points: a disc with a rim a point, in the colour of its class. */

/** As many colours as classes can have: those of values, of the others, and of nothing. */
export const mostColours = 9
/** The number in place of a colour's of a point that is not drawn. */
export const noColour = 255

const vertices = `#version 300 es
uniform mat4 u_matrix;
uniform float u_size;
uniform vec3 u_colours[${mostColours}];
in vec2 a_place;
in float a_colour;
flat out vec3 v_colour;
void main() {
  bool drawn = a_colour < ${mostColours}.0;
  v_colour = drawn ? u_colours[int(a_colour)] : vec3(0);
  gl_Position = drawn ? u_matrix * vec4(a_place, 0, 1) : vec4(2, 2, 2, 1);
  gl_PointSize = u_size;
}`

const fragments = `#version 300 es
precision highp float;
uniform float u_size;
uniform float u_rim;
uniform vec3 u_ink;
flat in vec3 v_colour;
out vec4 fragment;
void main() {
  float radius = u_size / 2.0 - 0.5;
  float away = length(gl_PointCoord - 0.5) * u_size;
  float covered = clamp(radius - away + 0.5, 0.0, 1.0);
  float inked = clamp(away - radius + u_rim + 0.5, 0.0, 1.0);
  fragment = vec4(mix(v_colour, u_ink, inked) * covered, covered);
}`

/** A linked program with the places of what it takes. */
export interface PointsProgram {
  program: WebGLProgram
  uniform: (name: 'u_matrix' | 'u_size' | 'u_rim' | 'u_ink' | 'u_colours') => WebGLUniformLocation | null
  place: number
  colour: number
}

/** Makes the program. Throws where the graphics context refuses it. */
export function pointsProgram(graphics: WebGL2RenderingContext): PointsProgram {
  const program = graphics.createProgram()
  const shaders = [
    [graphics.VERTEX_SHADER, vertices],
    [graphics.FRAGMENT_SHADER, fragments],
  ] as const
  for (const [type, source] of shaders) {
    const shader = graphics.createShader(type)
    if (!shader) throw new Error('no shader to be had')
    graphics.shaderSource(shader, source)
    graphics.compileShader(shader)
    graphics.attachShader(program, shader)
  }
  graphics.linkProgram(program)
  if (!graphics.getProgramParameter(program, graphics.LINK_STATUS) && !graphics.isContextLost())
    throw new Error(graphics.getProgramInfoLog(program) ?? 'the program of own points was not linked')
  const places = new Map<string, WebGLUniformLocation | null>()
  return {
    program,
    uniform: (name) => {
      const known = places.get(name) ?? graphics.getUniformLocation(program, name)
      places.set(name, known)
      return known
    },
    place: graphics.getAttribLocation(program, 'a_place'),
    colour: graphics.getAttribLocation(program, 'a_colour'),
  }
}
