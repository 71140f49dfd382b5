// The ellipsoid by ray casting, on axes where it is the unit sphere: surface, colour map, day and night, rim.
// Depth is near / w, the same number that lines and markers write: near is 1, far is 0.
uniform vec2 u_picture;     // px
uniform float u_focal;      // px
uniform vec3 u_right, u_up, u_forward;   // camera axes, ITRF
uniform vec3 u_eye;         // camera, scaled to the unit sphere
uniform float u_rest;       // |eye|^2 - 1, made in double precision
uniform vec3 u_axes;        // semi-axes, km
uniform float u_near;       // km
uniform vec3 u_sun;         // unit vector
uniform float u_rim;        // height over which the rim fades, Earth radii
uniform sampler2D u_land;
uniform sampler2D u_map;    // x: share of the scale times y; y: 1 where there is a value
uniform sampler2D u_colours;
uniform float u_mapOpacity; // 0: no colour map
out vec4 colour;

const float PI = 3.14159265358979;

void main()
{
    vec2 px = (gl_FragCoord.xy - 0.5 * u_picture) * vec2(1.0, -1.0);
    vec3 ray = (px.x * u_right + px.y * u_up) / u_focal + u_forward;
    vec3 d = ray / u_axes;
    float a = dot(d, d), b = dot(u_eye, d);
    float root = b * b - a * u_rest;
    // Height of the ray's nearest point over the surface, in Earth radii; without the cancellation of sqrt(1 + x) - 1.
    float x = -root / a;
    float height = x / (sqrt(max(1.0 + x, 0.0)) + 1.0);
    float cover = b < 0.0 ? clamp(0.5 - height / max(fwidth(height), 1e-9), 0.0, 1.0) : 0.0;

    float w = u_rest / (-b + sqrt(max(root, 0.0)));
    vec3 p = u_eye + w * d;
    vec3 up = normalize(p / u_axes);
    float light = dot(up, u_sun);

    // Two branches of longitude, so that no derivative sees the seam.
    float lon = atan(p.y, p.x) / (2.0 * PI), other = fract(lon + 1.0) - 0.5;
    vec2 uv = vec2(lon + 0.5, 0.5 - asin(clamp(up.z, -1.0, 1.0)) / PI);
    vec2 dx = dFdx(uv), dy = dFdy(uv);
    vec2 seam = vec2(fract(lon), uv.y);
    vec2 sx = dFdx(seam), sy = dFdy(seam);
    if (abs(sx.x) + abs(sy.x) < abs(dx.x) + abs(dy.x)) { dx = sx; dy = sy; }
    float land = textureGrad(u_land, uv, dx, dy).r;

    vec3 ocean = vec3(0.035, 0.100, 0.190);
    vec3 ground = mix(vec3(0.235, 0.270, 0.235), vec3(0.50, 0.53, 0.55), smoothstep(0.80, 0.97, abs(up.z)));
    vec3 surface = mix(ocean, ground, land);
    vec2 sampled = textureGrad(u_map, vec2(uv.x, 1.0 - uv.y), dx, dy).rg;
    float share = sampled.y > 0.0 ? sampled.x / sampled.y : 0.0;
    vec3 mapped = texture(u_colours, vec2(share * (255.0 / 256.0) + 0.5 / 256.0, 0.5)).rgb;
    float opacity = u_mapOpacity * smoothstep(0.0, 0.6, sampled.y);

    // Day, civil twilight from sunset to the Sun 6 degrees below the horizon, night.
    float day = smoothstep(-0.105, 0.06, light);
    float sunlit = day * (0.62 + 0.38 * smoothstep(0.0, 0.9, light));
    vec3 view = normalize(-ray);
    float facing = clamp(dot(up, view), 0.0, 1.0);
    vec3 base = surface * (0.42 + 1.25 * sunlit);
    base += (1.0 - land) * day * 0.20 * pow(clamp(dot(normalize(view + u_sun), up), 0.0, 1.0), 160.0) * vec3(1.0, 0.95, 0.85);
    // The colours of the map are to be read: land and sea shine through by lightness alone, night takes a third of the light away.
    vec3 tinted = mapped * (0.80 + 0.28 * land) * (0.62 + 0.38 * day);
    base = mix(base, tinted, opacity);
    base = mix(base, vec3(0.36, 0.60, 0.95), (1.0 - u_mapOpacity * 0.5) * (0.10 + 0.55 * day) * pow(1.0 - facing, 3.0));
    base = mix(base, base * vec3(1.12, 0.93, 0.80), 0.7 * (1.0 - opacity) * exp(-pow((light + 0.02) / 0.06, 2.0)));

    vec3 nearest = u_eye - (b / a) * d;
    float rimLight = smoothstep(-0.30, 0.35, dot(normalize(nearest / u_axes), u_sun));
    float rim = b < 0.0 ? 0.85 * exp(-max(height, 0.0) / u_rim) * (0.06 + 0.94 * rimLight) : 0.0;
    vec3 glow = vec3(0.36, 0.62, 1.0);

    float around = rim * (1.0 - cover);
    colour = vec4(min(base, 1.0) * cover + glow * around, cover + around);
    gl_FragDepth = cover > 0.5 ? u_near / w : 0.0;
}
