using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;
using Constellation.Viewer;
using SkiaSharp;

namespace Constellation.Tests.Viewer;

/// <summary>What the picture of the Earth is made of: distance to the coast, cities, borders, lines on the screen, photographs.</summary>
[Collection("OpenGL")]
public sealed class EarthPictureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("constellation-").FullName;

    public void Dispose()
    {
        EarthPhotoFiles.Use(null);
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Beijing is 150 km from the Bohai Sea, the last place 163 km from Kauai (a map of 1:110 million leaves Niihau out); distances spread by steps are up to 8 % too long.</summary>
    [Theory, InlineData(39.9, 116.4, 150, 30), InlineData(46.9, 7.4, 280, 40), InlineData(30.0, -40.0, -500, 5), InlineData(20.0, 25.0, 500, 5), InlineData(21.0, -160.9, -163, 20)]
    public void The_field_tells_the_distance_to_the_coast(double latitude, double longitude, double km, double about)
    {
        const int Width = 2048;
        byte[] field = LandField.Of(LandRaster.Draw(Width), Width);
        int row = (int)((90 - latitude) / 180 * (Width / 2)), column = (int)((longitude + 180) / 360 * Width);
        double coarse = ((field[(2 * ((row * Width) + column)) + 1] / 127.5) - 1) * LandField.Coarse, fine = ((field[2 * ((row * Width) + column)] / 127.5) - 1) * LandField.Fine;
        Assert.InRange(coarse, km - about, km + about);
        Assert.Equal(Math.Sign(km), Math.Sign(fine));
    }

    [Fact]
    public void Cities_are_on_land_and_named_when_near()
    {
        Assert.InRange(CityCatalogue.All.Count, 60, 200);
        // The coast of the map is worth some kilometres, a tenth of a degree eleven: many cities are ports.
        int ashore = CityCatalogue.All.Count(c => EarthMap.Land50.Contains(c.Place.LatitudeDeg, c.Place.LongitudeDeg));
        Assert.True(ashore > 0.8 * CityCatalogue.All.Count, $"{ashore} of {CityCatalogue.All.Count}");
        Assert.Equal(CityCatalogue.All.Count, CityCatalogue.All.Select(c => c.Name).Distinct().Count());
        Assert.Equal([0, 1, 2, 3], new[] { 100.0, 500, 1500, 5000 }.Select(CityCatalogue.RankAt));
    }

    /// <summary>The border of the 49th parallel: hundreds of kilometres at one latitude.</summary>
    [Fact]
    public void Borders_are_lines_between_countries()
    {
        Assert.Contains(EarthMap.Borders110.Rings, line => line.Any(p => Math.Abs(p.LatitudeDeg - 49) < 0.05 && p.LongitudeDeg is > -123.5 and < -94));
        Assert.InRange(EarthMap.Borders50.Rings.Sum(l => l.Length), 15_000, 25_000);
        Assert.All(EarthMap.Borders50.Rings, line => Assert.True(line.Length > 1));
    }

    /// <summary>A circle of 3,600 chords comes out with few vertices, none of which is further than the tolerance from the circle or leaves it further.</summary>
    [Fact]
    public void Lines_leave_out_what_is_straight_and_keep_to_the_rest()
    {
        StripMesh mesh = new() { HalfWidth = 2, Tolerance = 0.05 };
        for (int i = 0; i <= 3600; i++)
        {
            (double sin, double cos) = Math.SinCos(i * Math.PI / 1800);
            mesh.Add(500 + (400 * cos), 500 + (400 * sin), 0xffffffff);
        }

        mesh.Break();
        int pairs = mesh.Vertices.Length / 2;
        Assert.InRange(pairs, 100, 500);
        for (int i = 0; i + 1 < pairs; i++)
        {
            (double x, double y) = (Middle(2 * i, v => v.X), Middle(2 * i, v => v.Y));
            Check.Within(Tolerance.Of(1e-3, "px", "single precision"), 400, Math.Sqrt(((x - 500) * (x - 500)) + ((y - 500) * (y - 500))));
            (double nextX, double nextY) = (Middle(2 * (i + 1), v => v.X), Middle(2 * (i + 1), v => v.Y));
            double halfX = (0.5 * (x + nextX)) - 500, halfY = (0.5 * (y + nextY)) - 500;
            Assert.InRange(400 - Math.Sqrt((halfX * halfX) + (halfY * halfY)), -1e-3, 0.1);
        }

        double Middle(int at, Func<LineVertex, float> of) => 0.5 * (of(mesh.Vertices[at]) + of(mesh.Vertices[at + 1]));
    }

    [Theory, InlineData(null, "CN5021"), InlineData("", "CN5022"), InlineData("text", "CN5023"), InlineData("square", "CN5023"), InlineData("cut", "CN5023")]
    public void Wrong_photographs_are_told(string? what, string code)
    {
        string folder = what is null ? Path.Combine(_folder, "none") : _folder, path = Path.Combine(_folder, "earth-day.png");
        switch (what)
        {
            case "text":
                File.WriteAllText(path, "not a picture");
                break;
            case "square":
                File.WriteAllBytes(path, Png(128, 128, SKColors.Red));
                break;
            case "cut":
                byte[] whole = Png(512, 256, SKColors.Red, noise: true);
                File.WriteAllBytes(path, whole[..(whole.Length / 2)]);
                break;
        }

        InputException e = Assert.Throws<InputException>(() =>
        {
            EarthPhotoFiles.Use(folder);
            EarthPhotoFiles.Read();
        });
        Assert.Equal(code, e.Diagnostics[0].Code);
        Assert.Contains("; ", e.Diagnostics[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_photograph_takes_the_place_of_the_drawn_Earth()
    {
        if (OpenGlProbe.Describe() is { Available: false } probe)
        {
            Assert.Skip(probe.Text);
        }

        File.WriteAllBytes(Path.Combine(_folder, "earth-day.png"), Png(256, 128, new SKColor(200, 30, 30)));
        EarthPhotoFiles.Use(_folder);
        Epoch epoch = Epoch.Parse("2024-09-20T12:00:00Z");
        EarthRotation earth = EarthOrientation.BuiltIn.At(epoch);
        GlobeScene scene = new() { Title = "", Subtitle = "", Epoch = epoch, Earth = earth, SunItrf = new Vector3d(1, 0, 0) };
        GlobeOptions options = new() { Width = 200, Height = 200, Layers = new GlobeLayers { Map = MapKind.None, Text = false }, Camera = new GlobeCamera { LatitudeDeg = -10, LongitudeDeg = -15, DistanceKm = 30_000 } };
        byte[] pixels = GlobePicture.Draw(scene, options);
        int at = 4 * ((104 * 200) + 97);
        Assert.True(pixels[at] > 120 && pixels[at] > 2 * pixels[at + 2], $"{pixels[at]}, {pixels[at + 1]}, {pixels[at + 2]}");
    }

    private static byte[] Png(int width, int height, SKColor colour, bool noise = false)
    {
        using SKBitmap bitmap = new(width, height);
        bitmap.Erase(colour);
        Random random = new(2);
        for (int i = 0; noise && i < width * height; i++)
        {
            bitmap.SetPixel(i % width, i / width, new SKColor((uint)random.Next() | 0xff000000));
        }

        using SKData data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
