in vec3 v_place;
in vec3 v_normal;
in vec3 v_colour;
in vec2 v_cell;
uniform vec3 u_sun, u_zenith;   // from the satellite, unit vectors
uniform float u_sunlight;       // share of the Sun that is not hidden by the Earth
uniform float u_near;
out vec4 colour;

void main()
{
    vec3 view = -normalize(v_place), n = normalize(v_normal), base = v_colour;
    float shine = 0.10;
    if (v_cell.x >= 0.0)
    {
        // Solar cells with the silver between them, as far as a pixel can tell them apart.
        vec2 wide = fwidth(v_cell), line = abs(fract(v_cell) - 0.5);
        vec2 grid = smoothstep(0.5 - 0.04 - wide, vec2(0.5) - 0.02 * step(wide, vec2(0.2)), line) * (1.0 - smoothstep(0.2, 0.6, wide));
        base = mix(base, vec3(0.52, 0.57, 0.68), max(grid.x, grid.y) * 0.75);
        shine = 0.55;
    }

    float lit = max(dot(n, u_sun), 0.0) * u_sunlight;
    float mirror = max(dot(reflect(-u_sun, n), view), 0.0);
    mirror *= mirror; mirror *= mirror; mirror *= mirror; mirror *= mirror;
    // The Earth below sends back some light, blue as it is; nothing is quite black, so that it is seen in the shadow too.
    float earth = 0.5 - 0.5 * dot(n, u_zenith);
    vec3 light = vec3(1.0, 0.98, 0.94) * (0.95 * lit) + vec3(0.30, 0.40, 0.55) * earth * (0.12 + 0.30 * u_sunlight) + vec3(0.05, 0.055, 0.065);
    colour = vec4(min(base * light + vec3(1.0, 0.96, 0.88) * shine * mirror * lit, 1.0), 1.0);
    gl_FragDepth = u_near * gl_FragCoord.w;
}
