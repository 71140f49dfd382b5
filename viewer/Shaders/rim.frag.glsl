// The atmosphere beside the Earth: bright by day, with a red fringe where the Sun is low, faint by night.
uniform vec2 u_picture;     // px
uniform float u_focal;      // px
uniform vec3 u_right, u_up, u_forward;
uniform vec3 u_eye;         // camera, scaled to the unit sphere
uniform float u_rest;       // |eye|^2 - 1
uniform vec3 u_axes;        // semi-axes, km
uniform vec3 u_sun;         // unit vector
uniform float u_rim;        // height over which the rim fades, Earth radii
out vec4 colour;

void main()
{
    vec2 px = (gl_FragCoord.xy - 0.5 * u_picture) * vec2(1.0, -1.0);
    vec3 ray = (px.x * u_right + px.y * u_up) / u_focal + u_forward;
    vec3 d = ray / u_axes;
    float a = dot(d, d), b = dot(u_eye, d);
    float x = u_rest - b * b / a;
    float height = x / (sqrt(max(1.0 + x, 0.0)) + 1.0);
    vec3 nearest = normalize((u_eye - (b / a) * d) / u_axes);
    float light = dot(nearest, u_sun);
    float lit = smoothstep(-0.22, 0.25, light), away = max(height, 0.0) / u_rim;
    // Against the Sun the air glows.
    float toward = clamp(dot(normalize(ray), u_sun), 0.0, 1.0);
    float strength = 0.85 * exp(-away) * (0.05 + 0.95 * lit) * (1.0 + 0.35 * toward * toward * toward * toward);
    float low = 1.0 - smoothstep(0.02, 0.28, abs(light));
    vec3 glow = mix(vec3(0.36, 0.62, 1.0), vec3(1.0, 0.62, 0.36), 0.55 * low * exp(-1.6 * away) * smoothstep(-0.25, 0.0, light));
    strength = b < 0.0 ? min(strength, 1.0) : 0.0;
    colour = vec4(glow * strength, strength);
}
