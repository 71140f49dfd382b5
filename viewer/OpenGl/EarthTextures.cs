using Silk.NET.OpenGL;

namespace Constellation.Viewer;

/// <summary>Pictures of the whole Earth, equirectangular from 180 degrees west and from the north, made for the bound texture.</summary>
internal static unsafe class EarthTextures
{
    private const int GroundWidth = 720;

    private static readonly Lazy<byte[]> s_ground = new(MakeGround);

    private const int KeptWidth = 2048;

    /// <summary>Made once in a process, whoever draws; larger ones are not worth their memory.</summary>
    private static readonly Lazy<byte[]> s_land = new(() => LandField.Of(LandRaster.Draw(KeptWidth), KeptWidth));

    /// <summary>Distance to the coast.</summary>
    public static void Land(GL gl, int width)
    {
        if (width > KeptWidth)
        {
            // The fine one takes 40 MB while it is made: what was left over before goes first.
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        Send(gl, width == KeptWidth ? s_land.Value : LandField.Of(LandRaster.Draw(width), width), InternalFormat.RG8, PixelFormat.RG, width, width / 2);
        gl.GenerateMipmap(TextureTarget.Texture2D);
    }

    /// <summary>The colour of land, and lights at night.</summary>
    public static void Ground(GL gl) => Send(gl, s_ground.Value, InternalFormat.Rgba8, PixelFormat.Rgba, GroundWidth, GroundWidth / 2);

    /// <summary>A colour map in its colours, finer than its cells: values are interpolated, then coloured.</summary>
    public static void Map(GL gl, HeatMap? map)
    {
        int width = map is null ? 1 : Math.Clamp(8 * map.Columns, 512, 2048), height = Math.Max(1, width / 2);
        byte[] pixels = new byte[4 * width * height];
        if (map is not null)
        {
            byte[] colours = new byte[3 * 1024];
            for (int i = 0; i < 1024; i++)
            {
                Rgb c = map.Colours.At(i / 1023.0);
                (colours[3 * i], colours[(3 * i) + 1], colours[(3 * i) + 2]) = (Byte(c.Red), Byte(c.Green), Byte(c.Blue));
            }

            float[] shares = Array.ConvertAll(map.Values, v => double.IsFinite(v) ? (float)Math.Clamp(map.Scale.Share(v), 0, 1) : float.NaN);
            Parallel.For(0, height, row => Row(map, shares, colours, pixels, width, height, row));
        }

        Send(gl, pixels, InternalFormat.Rgba8, PixelFormat.Rgba, width, height);
    }

    private static void Row(HeatMap map, float[] shares, byte[] colours, byte[] pixels, int width, int height, int row)
    {
        // Rows of the map go from the south.
        float y = ((height - row - 0.5f) / height * map.Rows) - 0.5f;
        // A cell of one colour: its own centre counts alone.
        y = map.Smooth ? y : MathF.Round(y);
        int low = (int)MathF.Floor(y), south = Math.Clamp(low, 0, map.Rows - 1) * map.Columns, north = Math.Clamp(low + 1, 0, map.Rows - 1) * map.Columns;
        float up = y - low;
        for (int column = 0; column < width; column++)
        {
            float x = ((column + 0.5f) / width * map.Columns) - 0.5f;
            x = map.Smooth ? x : MathF.Round(x);
            int left = (int)MathF.Floor(x), west = (left + map.Columns) % map.Columns, east = (left + 1) % map.Columns;
            float right = x - left, sum = 0, weight = 0;
            Count(shares[south + west], (1 - up) * (1 - right));
            Count(shares[south + east], (1 - up) * right);
            Count(shares[north + west], up * (1 - right));
            Count(shares[north + east], up * right);
            if (weight > 0)
            {
                int at = 4 * ((row * width) + column), colour = 3 * (int)MathF.Round(1023 * sum / weight);
                (pixels[at], pixels[at + 1], pixels[at + 2], pixels[at + 3]) =
                    ((byte)MathF.Round(weight * colours[colour]), (byte)MathF.Round(weight * colours[colour + 1]), (byte)MathF.Round(weight * colours[colour + 2]), Byte(weight));
            }

            void Count(float share, float part)
            {
                if (!float.IsNaN(share))
                {
                    (sum, weight) = (sum + (part * share), weight + part);
                }
            }
        }
    }

    private static byte[] MakeGround()
    {
        const int Height = GroundWidth / 2;
        byte[] pixels = new byte[4 * GroundWidth * Height];
        Parallel.For(0, Height, row =>
        {
            for (int column = 0; column < GroundWidth; column++)
            {
                int at = 4 * ((row * GroundWidth) + column);
                Rgb colour = LandCover.At(90 - ((row + 0.5) * 180 / Height), -180 + ((column + 0.5) * 360 / GroundWidth));
                (pixels[at], pixels[at + 1], pixels[at + 2]) = (Byte(colour.Red), Byte(colour.Green), Byte(colour.Blue));
            }
        });
        foreach (City city in CityCatalogue.All)
        {
            Light(pixels, city, Height);
        }

        return pixels;
    }

    /// <summary>A city's glow at night, some pixels wide.</summary>
    private static void Light(byte[] pixels, City city, int height)
    {
        double x = (city.Place.LongitudeDeg + 180) / 360 * GroundWidth, y = (90 - city.Place.LatitudeDeg) / 180 * height, wide = 1 / Math.Cos(city.Place.Latitude);
        for (int row = (int)y - 3; row <= (int)y + 3; row++)
        {
            for (int column = (int)(x - (3 * wide)); column <= (int)(x + (3 * wide)); column++)
            {
                double dx = (column + 0.5 - x) / wide, dy = row + 0.5 - y;
                int at = (4 * ((row * GroundWidth) + ((column + GroundWidth) % GroundWidth))) + 3;
                pixels[at] = Math.Max(pixels[at], Byte((float)((1.15 - (0.22 * city.Rank)) * Math.Exp(-1.1 * ((dx * dx) + (dy * dy))))));
            }
        }
    }

    private static void Send(GL gl, byte[] pixels, InternalFormat format, PixelFormat layout, int width, int height)
    {
        gl.PixelStore(PixelStoreParameter.UnpackAlignment, 1);
        fixed (byte* start = pixels)
        {
            gl.TexImage2D(TextureTarget.Texture2D, 0, format, (uint)width, (uint)height, 0, layout, PixelType.UnsignedByte, start);
        }
    }

    private static byte Byte(float component) => (byte)MathF.Round(Math.Clamp(component, 0, 1) * 255);
}
