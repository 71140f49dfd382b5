#version 330 core
noperspective in float v_across;
noperspective in vec4 v_colour;
in float v_facing;
uniform float u_width, u_near;
out vec4 colour;

void main()
{
    float cover = clamp(0.5 * u_width + 0.5 - abs(v_across), 0.0, 1.0) * min(u_width, 1.0);
    cover *= smoothstep(0.0, 0.12, v_facing);
    float alpha = v_colour.a * cover;
    colour = vec4(v_colour.rgb * alpha, alpha);
    gl_FragDepth = u_near * gl_FragCoord.w;
}
