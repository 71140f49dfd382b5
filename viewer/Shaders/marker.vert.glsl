// A marker of constant size: a square of pixels about a point.
layout(location = 0) in vec2 a_point;      // px from the left upper corner
layout(location = 1) in vec4 a_colour;
layout(location = 2) in vec4 a_form;       // radius px, shape, dark edge px, glow 0..1
uniform vec2 u_picture;
out vec2 v_place;
flat out vec4 v_colour;
flat out vec4 v_form;

void main()
{
    vec2 corner = vec2((gl_VertexID & 1) == 0 ? -1.0 : 1.0, gl_VertexID < 2 ? -1.0 : 1.0);
    float reach = a_form.x * (a_form.w > 0.0 ? 3.2 : 1.5) + a_form.z + 1.0;
    // Shapes are drawn with y upward, the picture's rows go downward.
    v_place = corner * vec2(reach, -reach);
    v_colour = a_colour;
    v_form = a_form;
    gl_Position = vec4((a_point + corner * reach) / (0.5 * u_picture) - 1.0, 0.0, 1.0);
}
