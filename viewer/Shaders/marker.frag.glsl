in vec2 v_place;
flat in vec4 v_colour;
flat in vec4 v_form;
out vec4 colour;

// Distance to the edge of the shape, px, negative inside; the shapes have about the same area.
float edge(vec2 p, float radius, int shape)
{
    if (shape == 1) { vec2 q = abs(p) - 0.88 * radius; return max(q.x, q.y); }
    if (shape == 2) { return (abs(p.x) + abs(p.y) - 1.26 * radius) * 0.70710678; }
    if (shape == 3) { return max(0.8660254 * abs(p.x) + 0.5 * p.y, -p.y) - 0.72 * radius; }
    return length(p) - radius;
}

void main()
{
    float d = edge(v_place, v_form.x, int(v_form.y + 0.5));
    float fill = clamp(0.5 - d, 0.0, 1.0), rim = clamp(0.5 - (d - v_form.z), 0.0, 1.0);
    vec4 drawn = vec4(v_colour.rgb * fill, max(fill, rim * 0.85 * step(0.01, v_form.z)));
    float glow = v_form.w * 0.55 * exp(-max(d, 0.0) / v_form.x * 2.2) * (1.0 - smoothstep(1.2, 2.2, max(d, 0.0) / v_form.x));
    vec4 halo = vec4(v_colour.rgb * glow, glow);
    colour = (drawn + halo * (1.0 - drawn.a)) * v_colour.a;
}
