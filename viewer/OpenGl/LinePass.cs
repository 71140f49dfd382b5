using Constellation.Geodesy;
using Silk.NET.OpenGL;

namespace Constellation.Viewer;

/// <summary>Draws strips of anti-aliased lines, all of one width in one call.</summary>
internal sealed class LinePass : IDisposable
{
    /// <summary>Floats of a vertex: place relative to the camera (km), colour, opacity.</summary>
    private const int Stride = 7;

    private readonly GL _gl;
    private readonly ShaderProgram _program;
    private readonly uint _array, _buffer;
    private readonly List<float> _vertices = [];

    public unsafe LinePass(GL gl)
    {
        _gl = gl;
        _program = new ShaderProgram(gl, "line", "line");
        _array = gl.GenVertexArray();
        _buffer = gl.GenBuffer();
        gl.BindVertexArray(_array);
        gl.BindBuffer(BufferTargetARB.ArrayBuffer, _buffer);
        for (uint attribute = 0; attribute < 4; attribute++)
        {
            // An instance is a segment: a vertex and the one after it, from the same buffer.
            bool place = attribute % 2 == 0;
            nint offset = (nint)sizeof(float) * ((attribute >= 2 ? Stride : 0) + (place ? 0 : 3));
            gl.EnableVertexAttribArray(attribute);
            gl.VertexAttribPointer(attribute, place ? 3 : 4, VertexAttribPointerType.Float, false, Stride * sizeof(float), (void*)offset);
            gl.VertexAttribDivisor(attribute, 1);
        }
    }

    /// <summary>Adds a vertex; the strip ends where <paramref name="last"/> is set.</summary>
    public void Add(CameraView view, Position<Itrf> point, Rgb colour, float opacity, bool last = false)
    {
        Vector3d p = (point - view.Eye) * 1e-3;
        _vertices.AddRange([(float)p.X, (float)p.Y, (float)p.Z, colour.Red, colour.Green, colour.Blue, last ? -Math.Max(opacity, 1e-6f) : opacity]);
    }

    /// <summary>Draws what was added and forgets it.</summary>
    /// <param name="view">The camera that the vertices were added for.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="onGround">The lines lie on the ellipsoid: the horizon hides them, not the depth.</param>
    public void Draw(CameraView view, float width, bool onGround)
    {
        int count = _vertices.Count / Stride;
        if (count > 1)
        {
            (bool depthTest, Vector3d eye) = (!onGround, view.Eye.Vector * 1e-3);
            _gl.BindVertexArray(_array);
            _gl.BindBuffer(BufferTargetARB.ArrayBuffer, _buffer);
            _gl.BufferData<float>(BufferTargetARB.ArrayBuffer, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_vertices), BufferUsageARB.StreamDraw);
            _program.Use();
            _program.SetView(view);
            _program.Set("u_near", GlobeRenderer.NearKm);
            _program.Set("u_width", width);
            _program.Set("u_eyeKm", eye);
            _program.Set("u_axes", GlobeRenderer.SemiAxesKm);
            _program.Set("u_onGround", onGround ? 1 : 0);
            GlobeRenderer.Depth(_gl, test: depthTest, write: false);
            _gl.DrawArraysInstanced(PrimitiveType.TriangleStrip, 0, 4, (uint)(count - 1));
        }

        _vertices.Clear();
    }

    public void Dispose()
    {
        _gl.DeleteVertexArray(_array);
        _gl.DeleteBuffer(_buffer);
        _program.Dispose();
    }
}
