// Lays a picture of the same size over what is there, pixel on pixel.
uniform sampler2D u_layer;
out vec4 colour;

void main()
{
    colour = texelFetch(u_layer, ivec2(gl_FragCoord.xy), 0);
}
