// Lays a smaller picture over what is there, enlarged about the middle of both.
uniform sampler2D u_layer;
uniform vec2 u_offset;      // of the smaller picture: what of it lies at the corner, as a share
uniform vec2 u_share;       // of the smaller picture a pixel
out vec4 colour;

void main()
{
    colour = textureLod(u_layer, u_offset + gl_FragCoord.xy * u_share, 0.0);
}
