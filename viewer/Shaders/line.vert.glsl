// A corner of a band of triangles, already on the screen.
layout(location = 0) in vec3 a_place;      // px from the left upper corner, distance from the line's middle (px)
layout(location = 1) in vec4 a_colour;
uniform vec2 u_picture;
out float v_across;
out vec4 v_colour;

void main()
{
    v_across = a_place.z;
    v_colour = a_colour;
    gl_Position = vec4(a_place.xy / (0.5 * u_picture) - 1.0, 0.0, 1.0);
}
