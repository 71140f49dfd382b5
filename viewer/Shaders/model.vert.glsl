layout(location = 0) in vec3 a_place;      // relative to the camera, ITRF axes, km
layout(location = 1) in vec3 a_normal;
layout(location = 2) in vec3 a_colour;
layout(location = 3) in vec2 a_cell;       // place on a panel in cells; negative: no panel
uniform vec3 u_right, u_up, u_forward;
uniform vec2 u_size;
uniform float u_focal;
out vec3 v_place;
out vec3 v_normal;
out vec3 v_colour;
out vec2 v_cell;

void main()
{
    vec3 p = vec3(dot(u_right, a_place), dot(u_up, a_place), dot(u_forward, a_place));
    v_place = a_place;
    v_normal = a_normal;
    v_colour = a_colour;
    v_cell = a_cell;
    gl_Position = vec4(u_focal * p.xy / (0.5 * u_size), 0.0, p.z);
}
