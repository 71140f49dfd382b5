// The ellipsoid by ray casting, on axes where it is the unit sphere: surface, colour map, day and night.
uniform vec2 u_picture;     // px
uniform float u_focal;      // px
uniform vec3 u_right, u_up, u_forward;   // camera axes, ITRF
uniform vec3 u_eye;         // camera, scaled to the unit sphere
uniform float u_rest;       // |eye|^2 - 1, made in double precision
uniform vec3 u_axes;        // semi-axes, km
uniform vec3 u_sun;         // unit vector
uniform sampler2D u_land;   // distance to the coast: fine, coarse
uniform float u_edge;       // a pixel as a share of the fine scale
uniform sampler2D u_ground; // colour of land, lights
uniform sampler2D u_map;    // colour where there is a value, premultiplied
uniform float u_mapOpacity; // 0: no colour map
#ifdef PHOTO
uniform sampler2D u_day, u_night;
uniform float u_dayLevel;
#endif
out vec4 colour;

const float PI = 3.14159265358979;

void main()
{
    vec2 px = (gl_FragCoord.xy - 0.5 * u_picture) * vec2(1.0, -1.0);
    vec3 ray = (px.x * u_right + px.y * u_up) / u_focal + u_forward;
    vec3 d = ray / u_axes;
    float a = dot(d, d), b = dot(u_eye, d);
    float root = b * b - a * u_rest;
#ifdef LIMB
    // Height of the ray's nearest point over the surface, in Earth radii; without the cancellation of sqrt(1 + x) - 1.
    float x = -root / a;
    float height = x / (sqrt(max(1.0 + x, 0.0)) + 1.0);
    float cover = b < 0.0 ? clamp(0.5 - height / max(fwidth(height), 1e-9), 0.0, 1.0) : 0.0;
#else
    const float cover = 1.0;
#endif

    float w = u_rest / (-b + sqrt(max(root, 0.0)));
    vec3 p = u_eye + w * d;
    vec3 up = normalize(p / u_axes);
    float light = dot(up, u_sun);
    vec3 view = -normalize(ray);
    float facing = clamp(dot(up, view), 0.0, 1.0);

    // Levels are given, not derived: no seam at the date line.
    vec2 uv = vec2(atan(p.y, p.x) * (0.5 / PI) + 0.5, 0.5 - asin(clamp(up.z, -1.0, 1.0)) / PI);
    vec2 coast = textureLod(u_land, uv, 0.0).rg * 2.0 - 1.0;
    float land = clamp(0.5 + coast.r / u_edge, 0.0, 1.0);
    vec4 ground = textureLod(u_ground, uv, 0.0);
    float shallow = clamp(1.0 + coast.g * 1.6, 0.0, 1.0);
    float inland = clamp(coast.g * 1.5, 0.0, 1.0);

    // Day, civil twilight from sunset to the Sun 6 degrees below the horizon, night.
    float day = smoothstep(-0.105, 0.06, light);
    float sunlit = day * (0.60 + 0.40 * smoothstep(0.0, 0.9, light));
    float night = 1.0 - day;

    vec3 sea = mix(vec3(0.036, 0.108, 0.210), vec3(0.080, 0.235, 0.325), shallow * shallow * shallow);
    vec3 soil = ground.rgb * (0.88 + 0.12 * inland);
#ifdef PHOTO
    vec3 photo = textureLod(u_day, uv, u_dayLevel).rgb;
    vec3 base = photo * (0.10 + 1.15 * sunlit) + textureLod(u_night, uv, u_dayLevel).rgb * night * 0.9;
#else
    vec3 base = mix(sea, soil, land);
    base = base * (vec3(0.20, 0.235, 0.31) + (vec3(1.05, 1.02, 0.98) - vec3(0.20, 0.235, 0.31)) * sunlit * 1.06);
#ifndef MAP
    base += ground.a * night * night * vec3(1.0, 0.72, 0.38) * (0.25 + 0.75 * land) * 0.85;
#endif
#endif
#ifndef MAP
    // The Sun mirrored by the sea: the 64th power of the cosine, and a wide sheen.
    float gleam = clamp(dot(normalize(view + u_sun), up), 0.0, 1.0);
    gleam *= gleam; float sheen = gleam * gleam * gleam * gleam; float glint = sheen * sheen; glint *= glint; glint *= glint; glint *= glint;
    base += (1.0 - land) * day * (0.22 * glint * vec3(1.0, 0.95, 0.85) + 0.035 * sheen * vec3(0.7, 0.85, 1.0));
    const float opacity = 0.0;
#else
    // The colours of the map are to be read: land and sea shine through by lightness alone, night takes a third of the light away.
    vec4 map = textureLod(u_map, uv, 0.0);
    vec3 tinted = map.rgb / max(map.a, 1e-3) * (0.80 + 0.28 * land) * (0.62 + 0.38 * day);
    float opacity = u_mapOpacity * smoothstep(0.0, 0.6, map.a);
    base = mix(base, tinted, opacity);
#endif

    // Air: blue toward the edge of the disc, red where the Sun rises and sets.
    float rim = 1.0 - facing, air = rim * rim * rim * (1.0 - u_mapOpacity * 0.5);
    base = mix(base, vec3(0.38, 0.63, 0.98), air * (0.05 + 0.67 * smoothstep(-0.22, 0.25, light)));
    float dusk = (light + 0.01) / 0.09;
    base *= 1.0 + (1.0 - opacity) * vec3(0.20, -0.05, -0.17) / ((1.0 + dusk * dusk) * (1.0 + dusk * dusk));

    colour = vec4(min(base, 1.0) * cover, cover);
}
