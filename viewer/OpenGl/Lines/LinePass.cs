using Constellation.Geodesy;
using Silk.NET.OpenGL;

namespace Constellation.Viewer;

/// <summary>Draws strips of anti-aliased lines, all of one width in one call. They are projected here, in double precision, and reach the GPU as pixels.</summary>
internal sealed class LinePass : IDisposable
{
    /// <summary>How far a line may pass from its vertices, px: in space, and on the ground, where the maps are worth kilometres.</summary>
    private const double InSpace = 0.04, OnGround = 0.2;

    private readonly GL _gl;
    private readonly ShaderProgram _program;
    private readonly uint _array, _buffer, _elements;
    private readonly List<(Vector3d Place, uint Colour, bool Last)> _vertices = [];
    private readonly StripMesh _mesh = new();
    private readonly StripProjector _projector;

    public unsafe LinePass(GL gl)
    {
        _gl = gl;
        _projector = new StripProjector(_mesh);
        _program = new ShaderProgram(gl, "line", "line");
        _array = gl.GenVertexArray();
        (_buffer, _elements) = (gl.GenBuffer(), gl.GenBuffer());
        gl.BindVertexArray(_array);
        gl.BindBuffer(BufferTargetARB.ArrayBuffer, _buffer);
        gl.BindBuffer(BufferTargetARB.ElementArrayBuffer, _elements);
        uint stride = (uint)sizeof(LineVertex);
        gl.EnableVertexAttribArray(0);
        gl.VertexAttribPointer(0, 3, VertexAttribPointerType.Float, false, stride, null);
        gl.EnableVertexAttribArray(1);
        gl.VertexAttribPointer(1, 4, VertexAttribPointerType.UnsignedByte, true, stride, (void*)(3 * sizeof(float)));
    }

    /// <summary>Adds a vertex; the strip ends where <paramref name="last"/> is set.</summary>
    public void Add(CameraView view, Position<Itrf> point, Rgb colour, float opacity, bool last = false) => _vertices.Add((point.Vector, Packed(colour, opacity), last));

    /// <summary>Draws what was added and forgets it.</summary>
    /// <param name="view">The camera.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="onGround">The lines lie on the ellipsoid: they fade toward the horizon.</param>
    public void Draw(CameraView view, float width, bool onGround)
    {
        _projector.Begin(view, width, onGround, onGround ? OnGround : InSpace);
        foreach ((Vector3d place, uint colour, bool last) in _vertices)
        {
            _projector.Next(place, colour);
            if (last)
            {
                _projector.End();
            }
        }

        _projector.End();
        _vertices.Clear();
        Submit(view, width);
    }

    /// <summary>Draws lines of the ground.</summary>
    public void Draw(CameraView view, GroundLines lines, Rgb colour, float opacity, float width)
    {
        _projector.Begin(view, width, onGround: true, OnGround);
        lines.Project(view, _projector, Packed(colour, opacity));
        Submit(view, width);
    }

    public void Dispose()
    {
        _gl.DeleteVertexArray(_array);
        _gl.DeleteBuffers([_buffer, _elements]);
        _program.Dispose();
    }

    private static uint Packed(Rgb colour, float opacity)
    {
        return Byte(colour.Red) | (Byte(colour.Green) << 8) | (Byte(colour.Blue) << 16) | (Byte(opacity) << 24);

        static uint Byte(float share) => (uint)MathF.Round(255 * Math.Clamp(share, 0, 1));
    }

    private unsafe void Submit(CameraView view, float width)
    {
        ReadOnlySpan<uint> indices = _mesh.Indices;
        if (indices.Length > 0)
        {
            _gl.BindVertexArray(_array);
            _gl.BindBuffer(BufferTargetARB.ArrayBuffer, _buffer);
            _gl.BufferData(BufferTargetARB.ArrayBuffer, _mesh.Vertices, BufferUsageARB.StreamDraw);
            _gl.BufferData(BufferTargetARB.ElementArrayBuffer, indices, BufferUsageARB.StreamDraw);
            _program.Use();
            _program.SetView(view);
            _program.Set("u_width", width);
            GlobeRenderer.Depth(_gl, test: false, write: false);
            _gl.DrawElements(PrimitiveType.Triangles, (uint)indices.Length, DrawElementsType.UnsignedInt, null);
        }

        _mesh.Clear();
    }
}
