#version 330 core
// A segment of a strip as a rectangle that is wider than the line by a feather on either side.
layout(location = 0) in vec3 a_point;      // ITRF axes, relative to the camera, km
layout(location = 1) in vec4 a_colour;     // alpha below zero: the strip ends here
layout(location = 2) in vec3 b_point;
layout(location = 3) in vec4 b_colour;
uniform vec3 u_right, u_up, u_forward;
uniform vec2 u_size;
uniform float u_focal, u_near, u_width;
uniform vec3 u_eyeKm;
uniform vec3 u_axes;
uniform bool u_onGround;                    // the far side of the Earth hides the line
noperspective out float v_across;
noperspective out vec4 v_colour;
out float v_facing;

vec3 toCamera(vec3 p) { return vec3(dot(u_right, p), dot(u_up, p), dot(u_forward, p)); }

float facing(vec3 p)
{
    vec3 up = normalize((p + u_eyeKm) / (u_axes * u_axes));
    return -dot(up, normalize(p));
}

void main()
{
    vec3 a = toCamera(a_point), b = toCamera(b_point);
    if (a_colour.a < 0.0 || max(a.z, b.z) < u_near)
    {
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
        return;
    }

    vec3 start = a, stop = b;
    if (a.z < u_near) { start = mix(a, b, (u_near - a.z) / (b.z - a.z)); }
    if (b.z < u_near) { stop = mix(b, a, (u_near - b.z) / (a.z - b.z)); }
    vec2 from = u_focal * start.xy / start.z, to = u_focal * stop.xy / stop.z;
    vec2 along = to - from;
    float reach = length(along);
    along = reach > 1e-6 ? along / reach : vec2(1.0, 0.0);
    bool end = gl_VertexID >= 2;
    float side = (gl_VertexID & 1) == 0 ? -1.0 : 1.0;
    float half_ = 0.5 * u_width + 1.0;
    vec2 place = (end ? to : from) + side * half_ * vec2(-along.y, along.x) + (end ? 0.2 : -0.2) * along;
    float w = end ? stop.z : start.z;
    v_across = side * half_;
    v_colour = vec4((end ? b_colour : a_colour).rgb, abs((end ? b_colour : a_colour).a));
    v_facing = u_onGround ? facing(end ? b_point : a_point) : 1.0;
    gl_Position = vec4(place / (0.5 * u_size) * w, 0.0, w);
}
