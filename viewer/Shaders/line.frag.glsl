in float v_across;
in vec4 v_colour;
uniform float u_width;
out vec4 colour;

void main()
{
    float alpha = v_colour.a * clamp(0.5 * u_width + 0.5 - abs(v_across), 0.0, 1.0) * min(u_width, 1.0);
    colour = vec4(v_colour.rgb * alpha, alpha);
}
