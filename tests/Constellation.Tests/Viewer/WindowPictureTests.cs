using System.Diagnostics;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

/// <summary>The picture in the window and that of <c>render</c> are the same, whatever was drawn before. Drawn without a window.</summary>
[Collection("OpenGL")]
public sealed class WindowPictureTests : IDisposable
{
    private readonly TemporaryRun _run = new(new RunFixture { Epochs = 5, GridStepDeg = 30 });

    public WindowPictureTests()
    {
        if (OpenGlProbe.Describe() is { Available: false } probe)
        {
            _run.Dispose();
            Assert.Skip(probe.Text);
        }
    }

    public void Dispose() => _run.Dispose();

    [Fact]
    public void After_any_history_the_picture_is_that_of_render()
    {
        ViewerModel model = Model(500, 330);
        List<(GlobeOptions Options, byte[] Png)> shots = [];
        using (EglContext context = EglContext.Create(EglContext.DefaultLibrary))
        {
            using WindowPicture picture = new(context.Gl);
            Shot();
            // Near, where land and coast are finer, and back.
            model.Handle(ViewerInput.Wheel(30));
            Shot();
            model.Handle(ViewerInput.Wheel(-30));
            model.Go(model.Span.First + Duration.FromSeconds(1234.5));
            Shot();
            model.Handle(ViewerInput.Key(ViewerKey.F));
            model.Handle(ViewerInput.Key(ViewerKey.M));
            Drag(100, 100, 170, 60, PointerButton.Left);
            Drag(100, 100, 130, 80, PointerButton.Right);
            model.Handle(ViewerInput.Key(ViewerKey.Tab));
            model.Handle(ViewerInput.Key(ViewerKey.F1));
            Shot();
            model.Handle(ViewerInput.Resized(301, 203));
            model.Handle(ViewerInput.Key(ViewerKey.H));
            model.Handle(ViewerInput.Key(ViewerKey.L));
            Shot();
            model.Handle(ViewerInput.Resized(1, 1));
            Shot();

            void Shot()
            {
                picture.Compose(model, rough: true);
                picture.Compose(model, rough: false);
                Assert.False(picture.IsRough || picture.IsStale(model));
                shots.Add((model.Options, picture.Png(model)));
            }
        }

        foreach ((GlobeOptions options, byte[] png) in shots)
        {
            Assert.Equal(GlobePicture.Render(_run.Folder, options), png);
        }

        void Drag(double x0, double y0, double x1, double y1, PointerButton button)
        {
            model.Handle(ViewerInput.Pressed(x0, y0, button));
            model.Handle(ViewerInput.Moved(x1, y1));
            model.Handle(ViewerInput.Released(x1, y1, button));
        }
    }

    /// <summary>By software an Earth that fills the picture is drawn coarser while it moves: in mean by less than one step of a colour, and in full once it is still.</summary>
    [Fact]
    public void In_haste_a_large_Earth_is_coarser_until_it_is_still()
    {
        RunScenes scenes = new(_run.Folder);
        ViewerModel model = new(scenes, new GlobeOptions { Width = 1101, Height = 803, Camera = new GlobeCamera { LatitudeDeg = 25, LongitudeDeg = 105, DistanceKm = 11_000 } }, () => scenes.Grid.Start);
        byte[] coarse, full, png;
        using (EglContext context = EglContext.Create(EglContext.DefaultLibrary))
        {
            using GlobeRenderer renderer = new(context.Gl);
            using WindowPicture picture = new(context.Gl);
            coarse = picture.Compose(model, rough: true);
            Assert.Equal(renderer.Coarsens(model.View), picture.IsRough);
            full = picture.Compose(model, rough: false);
            Assert.False(picture.IsRough);
            // In haste again and nothing has moved: the full picture stays.
            Assert.Equal(full, picture.Compose(model, rough: true));
            Assert.False(picture.IsRough);
            png = picture.Png(model);
        }

        double difference = Enumerable.Range(0, full.Length).Average(i => Math.Abs(full[i] - coarse[i]));
        TestContext.Current.TestOutputHelper?.WriteLine($"{difference:0.000}");
        Assert.True(difference < 1, $"{difference}");
        Assert.Equal(GlobePicture.Render(_run.Folder, model.Options), png);
    }

    /// <summary>Without panels the window shows the picture itself; panels are only written over it.</summary>
    [Fact]
    public void Panels_lie_over_the_picture_and_leave_it_as_it_is()
    {
        ViewerModel model = Model(800, 600);
        using EglContext context = EglContext.Create(EglContext.DefaultLibrary);
        using WindowPicture picture = new(context.Gl);
        byte[] with = picture.Compose(model, rough: false);
        model.Handle(ViewerInput.Key(ViewerKey.C));
        byte[] without = picture.Compose(model, rough: false);
        ScreenBox panel = PanelPlaces.Time(800, 600), foot = new(0, 600 - 50, 800, 50);
        int changed = 0;
        for (int i = 0; i < with.Length; i += 4)
        {
            bool same = with.AsSpan(i, 4).SequenceEqual(without.AsSpan(i, 4));
            double x = i / 4 % 800, y = i / 4 / 800;
            Assert.True(same || new ScreenBox(panel.Left - 1, panel.Top - 1, panel.Width + 2, panel.Height + 2).Contains(x, y) || foot.Contains(x, y), $"{x} {y}, bar {panel}");
            changed += same || !panel.Contains(x, y) ? 0 : 1;
        }

        Assert.True(changed > 0.9 * panel.Width * panel.Height);
        model.Handle(ViewerInput.Key(ViewerKey.F1));
        Assert.NotEqual(without, picture.Compose(model, rough: false));
        model.Handle(ViewerInput.Key(ViewerKey.F1));
        model.Handle(ViewerInput.Key(ViewerKey.C));
        Assert.Equal(without, picture.Compose(model, rough: false));
    }

    /// <summary>A picture is drawn at once even by software: below a second, on any machine that is not overloaded.</summary>
    [Fact]
    public void A_moving_picture_takes_a_fraction_of_a_second()
    {
        ViewerModel model = Model(1920, 1080);
        using EglContext context = EglContext.Create(EglContext.DefaultLibrary);
        using WindowPicture picture = new(context.Gl);
        picture.Compose(model, rough: true);
        TimeSpan best = TimeSpan.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            long start = Stopwatch.GetTimestamp();
            model.Handle(ViewerInput.Key(ViewerKey.Left));
            picture.Compose(model, rough: true);
            TimeSpan taken = Stopwatch.GetElapsedTime(start);
            best = taken < best ? taken : best;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{best.TotalMilliseconds:0} ms");
        Assert.True(best < TimeSpan.FromSeconds(1), $"{best.TotalMilliseconds:0} ms");
    }

    private ViewerModel Model(int width, int height)
    {
        RunScenes scenes = new(_run.Folder);
        return new ViewerModel(scenes, new GlobeOptions { Width = width, Height = height }, () => scenes.Grid.Start);
    }
}
