// Corners in pixels from the left upper corner of the picture.
layout(location = 0) in vec2 a_place;
uniform vec2 u_picture;

void main()
{
    gl_Position = vec4(a_place / (0.5 * u_picture) - 1.0, 0.0, 1.0);
}
