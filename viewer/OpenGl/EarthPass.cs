using Constellation.Geodesy;
using Silk.NET.OpenGL;

namespace Constellation.Viewer;

/// <summary>Draws the Earth by ray casting: exact ellipsoid, land and sea, colour map, day and night, rim of the atmosphere.</summary>
internal sealed unsafe class EarthPass : IDisposable
{
    /// <summary>Share of the colour map in the colour of the ground.</summary>
    private const float MapOpacity = 0.78f;

    private readonly GL _gl;
    private readonly ShaderProgram _rim;

    /// <summary>By what they leave out: the limb, where the Earth fills the picture, and the colour map. Compiled when first wanted.</summary>
    private readonly Dictionary<(bool Limb, bool Map), ShaderProgram> _surfaces = [];
    private readonly uint _array, _corners, _map, _ground;

    /// <summary>By width: a picture does not depend on those drawn before it.</summary>
    private readonly Dictionary<int, uint> _lands = [];
    private readonly EarthPhotos? _photos;
    private HeatMap? _shown;

    public EarthPass(GL gl)
    {
        (_gl, _photos) = (gl, EarthPhotos.Load(gl));
        _rim = new ShaderProgram(gl, "disc", "rim");
        _array = gl.GenVertexArray();
        _corners = gl.GenBuffer();
        gl.BindVertexArray(_array);
        gl.BindBuffer(BufferTargetARB.ArrayBuffer, _corners);
        gl.EnableVertexAttribArray(0);
        gl.VertexAttribPointer(0, 2, VertexAttribPointerType.Float, false, 2 * sizeof(float), null);
        _map = Texture(TextureMinFilter.Linear);
        _ground = Texture(TextureMinFilter.Linear);
        EarthTextures.Ground(gl);
        Show(null);
    }

    public void Draw(CameraView view, Vector3d sunItrf, HeatMap? map)
    {
        if (map != _shown)
        {
            Show(map);
        }

        // The true atmosphere would be a pixel wide: at least 5 pixels, so that it is seen; from near its own 0.3 % of the radius.
        double rim = Math.Max(0.003, 5 / view.EarthRadius);
        bool fills = EarthOutline.Fills(view);
        if (!fills)
        {
            // Ten scales out the rim is below a tenth of the least step of a colour: nothing is lost.
            _rim.Use();
            Place(_rim, view, sunItrf);
            _rim.Set("u_rim", (float)rim);
            GlobeRenderer.Depth(_gl, test: false, write: false);
            Draw(EarthOutline.Between(view, 1 + (10 * rim)) ?? EarthOutline.Everything(view));
        }

        ShaderProgram program = Surface(!fills, map is not null);
        program.Use();
        Place(program, view, sunItrf);
        program.Set("u_mapOpacity", map is null ? 0 : MapOpacity);
        (uint land, double level, double edge) = LandFor(view);
        program.Set("u_edge", (float)edge);
        Bind(program, 0, land, "u_land");
        // One level by itself: choosing among levels costs a software renderer at every pixel.
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureBaseLevel, (int)level);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMaxLevel, (int)level);
        Bind(program, 1, _map, "u_map");
        Bind(program, 2, _ground, "u_ground");
        if (_photos is not null)
        {
            Bind(program, 3, _photos.Day, "u_day");
            Bind(program, 4, _photos.Night, "u_night");
            program.Set("u_dayLevel", (float)Level(_photos.Width, view));
        }

        GlobeRenderer.Depth(_gl, test: false, write: false);
        // A pixel of the limb is more than half covered up to half a pixel outside.
        Draw(fills ? EarthOutline.Everything(view) : EarthOutline.Disc(view, 1 + (2 / view.EarthRadius)) ?? EarthOutline.Everything(view));
    }

    public void Dispose()
    {
        _gl.DeleteTextures([.. _lands.Values, _map, _ground]);
        _gl.DeleteBuffer(_corners);
        _gl.DeleteVertexArray(_array);
        foreach (ShaderProgram surface in _surfaces.Values)
        {
            surface.Dispose();
        }

        _rim.Dispose();
        _photos?.Dispose();
    }

    private ShaderProgram Surface(bool limb, bool map)
    {
        if (!_surfaces.TryGetValue((limb, map), out ShaderProgram? program))
        {
            List<string> defines = [];
            defines.AddRange(limb ? ["LIMB"] : []);
            defines.AddRange(map ? ["MAP"] : []);
            defines.AddRange(_photos is not null ? ["PHOTO"] : []);
            _surfaces[(limb, map)] = program = new ShaderProgram(_gl, "disc", "earth", [.. defines]);
        }

        return program;
    }

    private static void Place(ShaderProgram program, CameraView view, Vector3d sunItrf)
    {
        Ellipsoid earth = Ellipsoid.Wgs84;
        Vector3d eye = new(view.Eye.X / earth.SemiMajorAxis, view.Eye.Y / earth.SemiMajorAxis, view.Eye.Z / earth.SemiMinorAxis);
        program.SetView(view);
        program.Set("u_eye", eye);
        program.Set("u_rest", (float)(eye.NormSquared - 1));
        program.Set("u_axes", GlobeRenderer.SemiAxesKm);
        program.Set("u_sun", sunItrf);
    }

    private void Draw(float[] corners)
    {
        _gl.BindVertexArray(_array);
        _gl.BindBuffer(BufferTargetARB.ArrayBuffer, _corners);
        _gl.BufferData<float>(BufferTargetARB.ArrayBuffer, corners, BufferUsageARB.StreamDraw);
        _gl.DrawArrays(PrimitiveType.Triangles, 0, (uint)(corners.Length / 2));
    }

    private void Bind(ShaderProgram program, int unit, uint texture, string name)
    {
        _gl.ActiveTexture(TextureUnit.Texture0 + unit);
        _gl.BindTexture(TextureTarget.Texture2D, texture);
        program.Set(name, unit);
    }

    /// <summary>The level of an equirectangular picture at which a texel is about a pixel under the camera.</summary>
    private static double Level(int width, CameraView view) => Math.Max(0, Math.Round(Math.Log2(width / (2 * Math.PI * view.PixelsARadius))));

    /// <summary>The picture of land and sea, the level of it that suits, and the width of a pixel as a share of its fine scale.</summary>
    private (uint Land, double Level, double Edge) LandFor(CameraView view)
    {
        double pixels = view.PixelsARadius;
        int width = pixels > 450 ? 4096 : 2048;
        if (!_lands.TryGetValue(width, out uint land))
        {
            _lands[width] = land = Texture(TextureMinFilter.Linear);
            EarthTextures.Land(_gl, width);
        }

        double level = Math.Min(Level(width, view), Math.Log2(width)), texel = 40_075.0 / width * Math.Pow(2, level);
        // Enlarged, the edge is as sharp as the pixel; reduced, as the texel.
        return (land, level, Math.Max(6378.0 / pixels, 0.35 * texel) / LandField.Fine);
    }

    private void Show(HeatMap? map)
    {
        _shown = map;
        _gl.BindTexture(TextureTarget.Texture2D, _map);
        EarthTextures.Map(_gl, map);
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
}
