using Constellation.Geodesy;
using Silk.NET.OpenGL;

namespace Constellation.Viewer;

/// <summary>Draws markers of constant size in the order in which they are added. What is hidden is not added: markers know no depth.</summary>
internal sealed class MarkerPass : IDisposable
{
    /// <summary>Floats of a marker: place (px), colour and opacity, radius (px), shape, dark edge (px), glow.</summary>
    private const int Stride = 10;

    private readonly GL _gl;
    private readonly ShaderProgram _program;
    private readonly uint _array, _buffer;
    private readonly List<float> _markers = [];
    private readonly List<(Vector3d FromCamera, Rgb Colour, float Opacity, float Radius, MarkerShape Shape, float Edge, float Glow)> _added = [];

    public unsafe MarkerPass(GL gl)
    {
        _gl = gl;
        _program = new ShaderProgram(gl, "marker", "marker");
        _array = gl.GenVertexArray();
        _buffer = gl.GenBuffer();
        gl.BindVertexArray(_array);
        gl.BindBuffer(BufferTargetARB.ArrayBuffer, _buffer);
        (int Size, int Offset)[] attributes = [(2, 0), (4, 2), (4, 6)];
        for (uint attribute = 0; attribute < attributes.Length; attribute++)
        {
            gl.EnableVertexAttribArray(attribute);
            gl.VertexAttribPointer(attribute, attributes[attribute].Size, VertexAttribPointerType.Float, false, Stride * sizeof(float), (void*)(sizeof(float) * attributes[attribute].Offset));
            gl.VertexAttribDivisor(attribute, 1);
        }
    }

    /// <param name="fromCamera">Place relative to the camera, ITRF axes, km.</param>
    /// <param name="colour">Of the inside; the edge is dark.</param>
    /// <param name="opacity">Of all of it.</param>
    /// <param name="radius">px.</param>
    /// <param name="shape">Form.</param>
    /// <param name="edge">Width of the dark edge, px.</param>
    /// <param name="glow">0 to 1.</param>
    public void Add(Vector3d fromCamera, Rgb colour, float opacity, float radius, MarkerShape shape, float edge, float glow) =>
        _added.Add((fromCamera, colour, opacity, radius, shape, edge, glow));

    /// <summary>Draws what was added and forgets it.</summary>
    public void Draw(CameraView view)
    {
        foreach ((Vector3d from, Rgb colour, float opacity, float radius, MarkerShape shape, float edge, float glow) in _added)
        {
            double depth = from.Dot(view.Forward), scale = view.FocalLength / depth;
            double x = (0.5 * view.Width) + (from.Dot(view.Right) * scale), y = (0.5 * view.Height) - (from.Dot(view.Up) * scale), reach = (3.2 * radius) + edge + 1;
            if (depth > 0 && x > -reach && y > -reach && x < view.Width + reach && y < view.Height + reach)
            {
                _markers.AddRange([(float)x, (float)y, colour.Red, colour.Green, colour.Blue, opacity, radius, (float)shape, edge, glow]);
            }
        }

        _added.Clear();
        if (_markers.Count > 0)
        {
            _gl.BindVertexArray(_array);
            _gl.BindBuffer(BufferTargetARB.ArrayBuffer, _buffer);
            _gl.BufferData<float>(BufferTargetARB.ArrayBuffer, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_markers), BufferUsageARB.StreamDraw);
            _program.Use();
            _program.SetView(view);
            GlobeRenderer.Depth(_gl, test: false, write: false);
            _gl.DrawArraysInstanced(PrimitiveType.TriangleStrip, 0, 4, (uint)(_markers.Count / Stride));
        }

        _markers.Clear();
    }

    public void Dispose()
    {
        _gl.DeleteVertexArray(_array);
        _gl.DeleteBuffer(_buffer);
        _program.Dispose();
    }
}
