using System.Runtime.InteropServices;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Land without lakes as an equirectangular picture of coverage.</summary>
internal static class LandRaster
{
    /// <summary>One byte a pixel, 255 land, 0 water; rows from the north, columns from 180 degrees west; half as high as wide.</summary>
    public static byte[] Draw(int width)
    {
        int height = width / 2;
        byte[] pixels = new byte[width * height];
        GCHandle pin = GCHandle.Alloc(pixels, GCHandleType.Pinned);
        try
        {
            using SKSurface surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque), pin.AddrOfPinnedObject(), width);
            surface.Canvas.Clear(SKColors.Black);
            Fill(surface.Canvas, width > 2048 ? EarthMap.Land50 : EarthMap.Land110, width, SKColors.White);
            Fill(surface.Canvas, EarthMap.Lakes, width, SKColors.Black);
            surface.Flush();
        }
        finally
        {
            pin.Free();
        }

        return pixels;
    }

    /// <summary>The rings of a map as one path: pixels of an equirectangular picture with 180 degrees west at the left edge.</summary>
    public static SKPath PathOf(EarthMap map, float width)
    {
        float scale = width / 360;
        using SKPathBuilder builder = new();
        builder.FillType = SKPathFillType.EvenOdd;
        foreach (MapPoint[] ring in map.Rings)
        {
            builder.AddPoly([.. ring.Select(p => new SKPoint((float)(p.LongitudeDeg + 180) * scale, (float)(90 - p.LatitudeDeg) * scale))], close: true);
        }

        return builder.Detach();
    }

    private static void Fill(SKCanvas canvas, EarthMap map, int width, SKColor colour)
    {
        using SKPath path = PathOf(map, width);
        using SKPaint paint = new() { Color = colour, IsAntialias = true };
        canvas.DrawPath(path, paint);
    }
}
