using System.Runtime.InteropServices;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;
using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>A picture of a run as a PNG, drawn without a window. Equal runs and options give equal bytes on one machine.</summary>
public static class GlobePicture
{
    /// <exception cref="OpenGlUnavailableException">No OpenGL 3.3 can be had; says what to install.</exception>
    /// <exception cref="InputException">The run lacks what the picture needs.</exception>
    public static byte[] Render(RunFolder folder, GlobeOptions options) => Render(new RunScenes(folder), options);

    /// <summary>The same of any source of scenes.</summary>
    public static byte[] Render(ISceneSource source, GlobeOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        GlobeScene scene = source.At(options.At, options.Request);
        return options.Camera?.Target is { Kind: CameraTargetKind.Satellite } target && target.In(scene) is null
            ? throw new InputException(Diagnostic.Error("CN5020", new SourceSpan("--camera"), $"there is no satellite {target.Id} at {scene.Epoch}", $"follow one of {string.Join(", ", scene.Satellites.Select(s => s.Id))}"))
            : Encode(Draw(scene, options), options.Width, options.Height);
    }

    /// <summary>Draws first, then writes: no half file.</summary>
    public static void Write(RunFolder folder, string path, GlobeOptions options) => Write(new RunScenes(folder), path, options);

    /// <inheritdoc cref="Write(RunFolder, string, GlobeOptions)"/>
    public static void Write(ISceneSource source, string path, GlobeOptions options)
    {
        byte[] png = Render(source, options);
        AtomicFile.Write(path, stream => stream.Write(png));
    }

    /// <summary>The picture of a scene, RGBA rows from the top.</summary>
    internal static byte[] Draw(GlobeScene scene, GlobeOptions options, string? library = null)
    {
        if (options.Width is < GlobeOptions.LeastSize or > GlobeOptions.GreatestSize || options.Height is < GlobeOptions.LeastSize or > GlobeOptions.GreatestSize)
        {
            throw new ArgumentOutOfRangeException(nameof(options), $"a picture is {GlobeOptions.LeastSize} to {GlobeOptions.GreatestSize} pixels wide and high");
        }

        using EglContext context = EglContext.Create(library ?? EglContext.DefaultLibrary);
        using GlobeRenderer renderer = new(context.Gl);
        using FrameTarget target = new(context.Gl, SideBySide.Part(scene, options).Width, options.Height);
        using OverlayCache cache = new();
        return Draw(scene, options, renderer, target, cache);
    }

    /// <summary>The same with a renderer at hand, into a target of the picture's size, or of its half where two scenes are beside each other; and, where given, into an array of the picture's size. A fast one may be coarser: <see cref="GlobeRenderer.Coarsens"/>.</summary>
    internal static byte[] Draw(GlobeScene scene, GlobeOptions options, GlobeRenderer renderer, FrameTarget target, OverlayCache cache, byte[]? into = null, bool fast = false) => scene.Beside is { } right
        ? SideBySide.Draw(scene, right, options, part => DrawOne(part.Scene, part.Options, renderer, target, cache, null, fast))
        : DrawOne(scene, options, renderer, target, cache, into, fast);

    private static byte[] DrawOne(GlobeScene scene, GlobeOptions options, GlobeRenderer renderer, FrameTarget target, OverlayCache cache, byte[]? into, bool fast) =>
        Draw(scene, CameraOf(scene, options).View(scene, options.Width, options.Height), options, renderer, target, cache, into, fast);

    /// <summary>One scene as any camera sees it.</summary>
    internal static byte[] Draw(GlobeScene scene, CameraView view, GlobeOptions options, GlobeRenderer renderer, FrameTarget target, OverlayCache cache, byte[]? into = null, bool fast = false)
    {
        float scale = ScaleOf(options.Width, options.Height);
        target.Begin(GlobeRenderer.Background);
        renderer.Draw(scene, view, options.Layers, scale, fast);
        byte[] pixels = target.Read(into);
        OnCanvas(pixels, options.Width, options.Height, new Overlay(scene, view, options.Layers, scale, cache).Draw);
        return pixels;
    }

    /// <summary>Width of lines and size of text: 1 in a picture of 1280 x 1080 pixels.</summary>
    internal static float ScaleOf(int width, int height) => Math.Max(0.45f, Math.Min(width / 1280f, height / 1080f));

    internal static GlobeCamera CameraOf(GlobeScene scene, GlobeOptions options) => options.Camera ?? DefaultCamera.For(scene, options.Width, options.Height).InFrame(options.Frame, scene.Earth);

    internal static void OnCanvas(byte[] pixels, int width, int height, Action<SKCanvas> draw)
    {
        GCHandle pin = GCHandle.Alloc(pixels, GCHandleType.Pinned);
        try
        {
            using SKSurface surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul), pin.AddrOfPinnedObject(), width * 4);
            draw(surface.Canvas);
            surface.Flush();
        }
        finally
        {
            pin.Free();
        }
    }

    internal static byte[] Encode(byte[] pixels, int width, int height)
    {
        // The sky behind everything is opaque; whatever blending left in alpha is not wanted.
        for (int i = 3; i < pixels.Length; i += 4)
        {
            pixels[i] = 255;
        }

        GCHandle pin = GCHandle.Alloc(pixels, GCHandleType.Pinned);
        try
        {
            using SKPixmap map = new(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque), pin.AddrOfPinnedObject(), width * 4);
            using SKData data = map.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 6)) ?? throw new InvalidOperationException("the picture was not encoded");
            return data.ToArray();
        }
        finally
        {
            pin.Free();
        }
    }
}
