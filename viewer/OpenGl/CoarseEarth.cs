using Silk.NET.OpenGL;

namespace Constellation.Viewer;

/// <summary>The Earth in half the resolution while the picture moves: drawn by software, a pixel of it costs ten times what any other costs. Lines, markers and text over it stay as fine as they are.</summary>
internal sealed unsafe class CoarseEarth : IDisposable
{
    /// <summary>px of the Earth up to which it is drawn as fast as it is wanted: 30 ms on the reference machine.</summary>
    private const double FewPixels = 700_000;

    private static readonly string[] s_software = ["llvmpipe", "softpipe", "SwiftShader", "Software"];

    private readonly GL _gl;
    private readonly uint _array, _corners;
    private readonly bool _wanted;
    private ShaderProgram? _enlarge;
    private uint _texture, _frame;
    private (int Width, int Height) _size;

    public CoarseEarth(GL gl)
    {
        _gl = gl;
        string driver = gl.GetStringS(StringName.Renderer) ?? "";
        _wanted = Array.Exists(s_software, s => driver.Contains(s, StringComparison.OrdinalIgnoreCase));
        (_array, _corners) = (gl.GenVertexArray(), gl.GenBuffer());
        gl.BindVertexArray(_array);
        gl.BindBuffer(BufferTargetARB.ArrayBuffer, _corners);
        gl.EnableVertexAttribArray(0);
        gl.VertexAttribPointer(0, 2, VertexAttribPointerType.Float, false, 2 * sizeof(float), null);
    }

    /// <summary>Whether the Earth takes so much of the picture, and its drawing so much time, that half of the resolution is worth it.</summary>
    public bool Pays(CameraView view) => _wanted && Math.Min(Math.PI * view.EarthRadius * view.EarthRadius, (double)view.Width * view.Height) > FewPixels;

    /// <param name="view">Of the picture.</param>
    /// <param name="earth">Draws the Earth as a camera sees it.</param>
    public void Draw(CameraView view, Action<CameraView> earth)
    {
        CameraView half = view with { FocalLength = 0.5 * view.FocalLength, Width = (view.Width + 1) / 2, Height = (view.Height + 1) / 2 };
        uint frame = (uint)_gl.GetInteger(GetPName.DrawFramebufferBinding);
        Begin(half.Width, half.Height);
        earth(half);
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, frame);
        _gl.Viewport(0, 0, (uint)view.Width, (uint)view.Height);

        _enlarge ??= new ShaderProgram(_gl, "disc", "enlarge");
        _enlarge.Use();
        _enlarge.SetView(view);
        _enlarge.Set("u_layer", 0);
        // The middles of both pictures are one place.
        (float across, float down) = (0.5f / half.Width, 0.5f / half.Height);
        _enlarge.Set("u_share", new System.Numerics.Vector2(across, down));
        _enlarge.Set("u_offset", new System.Numerics.Vector2(0.5f - (0.5f * view.Width * across), 0.5f - (0.5f * view.Height * down)));
        _gl.ActiveTexture(TextureUnit.Texture0);
        _gl.BindTexture(TextureTarget.Texture2D, _texture);
        _gl.BindVertexArray(_array);
        _gl.BindBuffer(BufferTargetARB.ArrayBuffer, _corners);
        float[] corners = EarthOutline.Everything(view);
        _gl.BufferData<float>(BufferTargetARB.ArrayBuffer, corners, BufferUsageARB.StreamDraw);
        GlobeRenderer.Depth(_gl, test: false, write: false);
        _gl.DrawArrays(PrimitiveType.Triangles, 0, (uint)(corners.Length / 2));
    }

    public void Dispose()
    {
        Forget();
        _enlarge?.Dispose();
        _gl.DeleteBuffer(_corners);
        _gl.DeleteVertexArray(_array);
    }

    private void Begin(int width, int height)
    {
        if (_size != (width, height))
        {
            Forget();
            (_texture, _frame, _size) = (_gl.GenTexture(), _gl.GenFramebuffer(), (width, height));
            _gl.BindTexture(TextureTarget.Texture2D, _texture);
            _gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.Rgba8, (uint)width, (uint)height, 0, PixelFormat.Rgba, PixelType.UnsignedByte, null);
            foreach ((TextureParameterName name, int value) in new[]
            {
                (TextureParameterName.TextureMinFilter, (int)TextureMinFilter.Linear), (TextureParameterName.TextureMagFilter, (int)TextureMagFilter.Linear),
                (TextureParameterName.TextureWrapS, (int)TextureWrapMode.ClampToEdge), (TextureParameterName.TextureWrapT, (int)TextureWrapMode.ClampToEdge),
            })
            {
                _gl.TexParameter(TextureTarget.Texture2D, name, value);
            }

            _gl.BindFramebuffer(FramebufferTarget.Framebuffer, _frame);
            _gl.FramebufferTexture2D(FramebufferTarget.Framebuffer, FramebufferAttachment.ColorAttachment0, TextureTarget.Texture2D, _texture, 0);
        }

        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, _frame);
        _gl.Viewport(0, 0, (uint)width, (uint)height);
        _gl.ClearColor(0, 0, 0, 0);
        _gl.Clear(ClearBufferMask.ColorBufferBit);
    }

    private void Forget()
    {
        if (_texture != 0)
        {
            _gl.DeleteFramebuffer(_frame);
            _gl.DeleteTexture(_texture);
            _texture = 0;
        }
    }
}
