#version 330 core
// A marker of constant size: a square of pixels about a point.
layout(location = 0) in vec3 a_point;      // relative to the camera, km
layout(location = 1) in vec4 a_colour;
layout(location = 2) in vec4 a_form;       // radius px, shape, dark edge px, glow 0..1
uniform vec3 u_right, u_up, u_forward;
uniform vec2 u_size;
uniform float u_focal;
out vec2 v_place;
flat out vec4 v_colour;
flat out vec4 v_form;

void main()
{
    vec3 p = vec3(dot(u_right, a_point), dot(u_up, a_point), dot(u_forward, a_point));
    if (p.z <= 0.0)
    {
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
        return;
    }

    vec2 corner = vec2((gl_VertexID & 1) == 0 ? -1.0 : 1.0, gl_VertexID < 2 ? -1.0 : 1.0);
    float reach = a_form.x * (a_form.w > 0.0 ? 3.2 : 1.5) + a_form.z + 1.0;
    v_place = corner * reach;
    v_colour = a_colour;
    v_form = a_form;
    gl_Position = vec4((u_focal * p.xy / p.z + v_place) / (0.5 * u_size) * p.z, 0.0, p.z);
}
