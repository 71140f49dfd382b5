using Constellation.Geodesy;
using Silk.NET.OpenGL;

namespace Constellation.Viewer;

/// <summary>Draws near satellites as models over what is there.</summary>
internal sealed unsafe class ModelPass : IDisposable
{
    private readonly GL _gl;
    private readonly ShaderProgram _model, _layer;
    private readonly uint _array, _buffer, _layerArray, _corners;
    private readonly List<float> _vertices = [];
    private ModelTarget? _target;

    public ModelPass(GL gl)
    {
        _gl = gl;
        (_model, _layer) = (new ShaderProgram(gl, "model", "model"), new ShaderProgram(gl, "disc", "layer"));
        (_array, _buffer) = Array([3, 3, 3, 2]);
        (_layerArray, _corners) = Array([2]);
    }

    /// <summary>Draws the models of a scene, the far ones first.</summary>
    public void Draw(GlobeScene scene, CameraView view, float scale)
    {
        foreach (SceneSatellite satellite in scene.Satellites.Where(s => (s.Itrf - view.Eye).NormSquared < 2.6e11 && !view.IsHidden(s.Itrf)).OrderByDescending(s => (s.Itrf - view.Eye).NormSquared))
        {
            SatelliteSize size = SatelliteSize.Of(satellite.Id, scene.Epoch);
            Vector3d from = satellite.Itrf - view.Eye;
            double reach = ModelScale.Reach(view, satellite.Itrf, size.Reach, scale);
            if (reach > 0)
            {
                SatellitePose pose = SatellitePose.Of(satellite, scene);
                new SatelliteShape(pose, size, from, reach * from.Norm / (view.FocalLength * size.Reach), _vertices).Build();
                Draw(view, view.Project(satellite.Itrf), reach, pose, satellite.Itrf.Vector.Unit());
            }
        }
    }

    public void Dispose()
    {
        _target?.Dispose();
        _gl.DeleteVertexArrays(2, [_array, _layerArray]);
        _gl.DeleteBuffers([_buffer, _corners]);
        _model.Dispose();
        _layer.Dispose();
    }

    private void Draw(CameraView view, ScreenPoint at, double reach, in SatellitePose pose, Vector3d up)
    {
        // Aside of the picture's middle things are drawn longer: half as much room again.
        double room = (1.5 * reach) + 4;
        int left = (int)Math.Clamp(at.X - room, 0, view.Width), top = (int)Math.Clamp(at.Y - room, 0, view.Height);
        int width = (int)Math.Clamp(at.X + room, 0, view.Width) - left, height = (int)Math.Clamp(at.Y + room, 0, view.Height) - top;
        if (width > 0 && height > 0)
        {
            int frame = _gl.GetInteger(GetPName.DrawFramebufferBinding);
            ModelTarget target = Target(view.Width, view.Height);
            target.Begin(left, top, width, height);
            Send(_array, _buffer, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_vertices));
            _model.Use();
            _model.SetView(view);
            _model.Set("u_near", GlobeRenderer.NearKm);
            _model.Set("u_sun", pose.ToSun);
            _model.Set("u_zenith", up);
            _model.Set("u_sunlight", (float)pose.Sunlight);
            GlobeRenderer.Depth(_gl, test: true, write: true);
            _gl.DrawArrays(PrimitiveType.Triangles, 0, (uint)(_vertices.Count / SatelliteShape.Stride));
            target.End(left, top, width, height, (uint)frame);

            GlobeRenderer.Depth(_gl, test: false, write: false);
            float right = left + width, bottom = top + height;
            Send(_layerArray, _corners, [left, top, right, top, left, bottom, left, bottom, right, top, right, bottom]);
            _layer.Use();
            _layer.SetView(view);
            _layer.Set("u_layer", 0);
            _gl.ActiveTexture(TextureUnit.Texture0);
            _gl.BindTexture(TextureTarget.Texture2D, target.Texture);
            _gl.DrawArrays(PrimitiveType.Triangles, 0, 6);
        }

        _vertices.Clear();
    }

    private void Send(uint array, uint buffer, ReadOnlySpan<float> data)
    {
        _gl.BindVertexArray(array);
        _gl.BindBuffer(BufferTargetARB.ArrayBuffer, buffer);
        _gl.BufferData(BufferTargetARB.ArrayBuffer, data, BufferUsageARB.StreamDraw);
    }

    private ModelTarget Target(int width, int height)
    {
        if (_target is null || (_target.Width, _target.Height) != (width, height))
        {
            _target?.Dispose();
            _target = new ModelTarget(_gl, width, height);
        }

        return _target;
    }

    private (uint Array, uint Buffer) Array(int[] sizes)
    {
        (uint array, uint buffer) = (_gl.GenVertexArray(), _gl.GenBuffer());
        _gl.BindVertexArray(array);
        _gl.BindBuffer(BufferTargetARB.ArrayBuffer, buffer);
        int offset = 0;
        for (uint i = 0; i < sizes.Length; offset += sizes[i++])
        {
            _gl.EnableVertexAttribArray(i);
            _gl.VertexAttribPointer(i, sizes[i], VertexAttribPointerType.Float, false, (uint)(sizes.Sum() * sizeof(float)), (void*)(offset * sizeof(float)));
        }

        return (array, buffer);
    }
}
