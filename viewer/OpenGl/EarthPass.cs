using Constellation.Geodesy;
using Silk.NET.OpenGL;

namespace Constellation.Viewer;

/// <summary>Draws the Earth by ray casting: exact ellipsoid, land and sea, colour map, day and night, rim of the atmosphere.</summary>
internal sealed unsafe class EarthPass : IDisposable
{
    /// <summary>Share of the colour map in the colour of the ground.</summary>
    private const float MapOpacity = 0.78f;

    private readonly GL _gl;
    private readonly ShaderProgram _program;
    private readonly uint _array, _map, _colours;

    /// <summary>By width: a picture does not depend on those drawn before it.</summary>
    private readonly Dictionary<int, uint> _lands = [];
    private HeatMap? _shown;

    public EarthPass(GL gl)
    {
        _gl = gl;
        _program = new ShaderProgram(gl, "screen", "earth");
        _array = gl.GenVertexArray();
        _map = Texture(TextureMinFilter.Linear);
        _colours = Texture(TextureMinFilter.Linear);
        Show(null);
    }

    public void Draw(CameraView view, Vector3d sunItrf, HeatMap? map)
    {
        if (map != _shown)
        {
            Show(map);
        }

        uint land = LandFor(view);
        Ellipsoid earth = Ellipsoid.Wgs84;
        Vector3d eye = new(view.Eye.X / earth.SemiMajorAxis, view.Eye.Y / earth.SemiMajorAxis, view.Eye.Z / earth.SemiMinorAxis);
        _program.Use();
        _program.SetView(view);
        _program.Set("u_eye", eye);
        _program.Set("u_rest", (float)(eye.NormSquared - 1));
        _program.Set("u_axes", GlobeRenderer.SemiAxesKm);
        _program.Set("u_near", GlobeRenderer.NearKm);
        _program.Set("u_sun", sunItrf);
        // The true atmosphere would be a pixel wide: at least 5 pixels, so that it is seen; from near its own 0.3 % of the radius.
        double rim = Math.Max(0.003, 5 / view.EarthRadius);
        _program.Set("u_rim", (float)rim);
        _program.Set("u_mapOpacity", map is null ? 0 : MapOpacity);
        Bind(0, land, "u_land");
        Bind(1, _map, "u_map");
        Bind(2, _colours, "u_colours");
        GlobeRenderer.Depth(_gl, test: true, write: true);
        _gl.BindVertexArray(_array);
        // Ten scales out the rim is below a tenth of the least step of a colour: nothing is lost.
        (int x, int y, int width, int height) = Around(view, 1e-3 * earth.SemiMajorAxis * (1 + (10 * rim)));
        _gl.Enable(EnableCap.ScissorTest);
        _gl.Scissor(x, y, (uint)width, (uint)height);
        _gl.DrawArrays(PrimitiveType.Triangles, 0, 3);
        _gl.Disable(EnableCap.ScissorTest);
    }

    public void Dispose()
    {
        _gl.DeleteTextures([.. _lands.Values, _map, _colours]);
        _gl.DeleteVertexArray(_array);
        _program.Dispose();
    }

    /// <summary>The pixels, from the left lower corner, that a sphere about the geocentre can touch: those between its tangents from the eye in either direction.</summary>
    /// <param name="view">Of the camera.</param>
    /// <param name="radius">Km.</param>
    internal static (int X, int Y, int Width, int Height) Around(CameraView view, double radius)
    {
        Vector3d centre = -1e-3 * view.Eye.Vector;
        double depth = centre.Dot(view.Forward);
        if (depth <= radius)
        {
            return (0, 0, view.Width, view.Height);
        }

        (int left, int right) = Side(centre.Dot(view.Right), view.Width);
        (int bottom, int top) = Side(centre.Dot(view.Up), view.Height);
        return (left, bottom, right - left, top - bottom);

        (int From, int To) Side(double across, int size)
        {
            double below = (depth * depth) - (radius * radius), middle = across * depth / below;
            double half = radius * Math.Sqrt((across * across) + below) / below;
            double from = (0.5 * size) + (view.FocalLength * (middle - half)) - 2, to = (0.5 * size) + (view.FocalLength * (middle + half)) + 2;
            int low = (int)Math.Clamp(Math.Floor(from), 0, size);
            return (low, (int)Math.Clamp(Math.Ceiling(to), low, size));
        }
    }

    private void Bind(int unit, uint texture, string name)
    {
        _gl.ActiveTexture(TextureUnit.Texture0 + unit);
        _gl.BindTexture(TextureTarget.Texture2D, texture);
        _program.Set(name, unit);
    }

    /// <summary>Land and sea at about one texel a pixel.</summary>
    private uint LandFor(CameraView view)
    {
        int width = 1024, limit = Math.Min(8192, _gl.GetInteger(GetPName.MaxTextureSize));
        while (width < 2 * Math.PI * view.EarthRadius && width < limit)
        {
            width *= 2;
        }

        if (!_lands.TryGetValue(width, out uint land))
        {
            _lands[width] = land = Texture(TextureMinFilter.LinearMipmapLinear);
            byte[] pixels = LandRaster.Draw(width);
            _gl.PixelStore(PixelStoreParameter.UnpackAlignment, 1);
            fixed (byte* start = pixels)
            {
                _gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.R8, (uint)width, (uint)(width / 2), 0, PixelFormat.Red, PixelType.UnsignedByte, start);
            }

            _gl.GenerateMipmap(TextureTarget.Texture2D);
        }

        return land;
    }

    private void Show(HeatMap? map)
    {
        _shown = map;
        (int rows, int columns) = (map?.Rows ?? 1, map?.Columns ?? 1);
        float[] cells = new float[2 * rows * columns];
        for (int i = 0; i < rows * columns && map is not null; i++)
        {
            double value = map.Values[i];
            if (double.IsFinite(value))
            {
                (cells[2 * i], cells[(2 * i) + 1]) = ((float)Math.Clamp(map.Scale.Share(value), 0, 1), 1);
            }
        }

        byte[] colours = new byte[256 * 3];
        for (int i = 0; i < 256 && map is not null; i++)
        {
            Rgb colour = map.Colours.At(i / 255.0);
            (colours[3 * i], colours[(3 * i) + 1], colours[(3 * i) + 2]) = (Byte(colour.Red), Byte(colour.Green), Byte(colour.Blue));
        }

        _gl.PixelStore(PixelStoreParameter.UnpackAlignment, 1);
        fixed (float* start = cells)
        {
            _gl.BindTexture(TextureTarget.Texture2D, _map);
            _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)(map?.Smooth == false ? TextureMagFilter.Nearest : TextureMagFilter.Linear));
            _gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.RG32f, (uint)columns, (uint)rows, 0, PixelFormat.RG, PixelType.Float, start);
        }

        fixed (byte* start = colours)
        {
            _gl.BindTexture(TextureTarget.Texture2D, _colours);
            _gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.Rgb8, 256, 1, 0, PixelFormat.Rgb, PixelType.UnsignedByte, start);
        }
    }

    private uint Texture(TextureMinFilter filter)
    {
        uint texture = _gl.GenTexture();
        _gl.BindTexture(TextureTarget.Texture2D, texture);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)filter);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)TextureMagFilter.Linear);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapS, (int)TextureWrapMode.Repeat);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapT, (int)TextureWrapMode.ClampToEdge);
        return texture;
    }

    private static byte Byte(float component) => (byte)Math.Round(component * 255);
}
