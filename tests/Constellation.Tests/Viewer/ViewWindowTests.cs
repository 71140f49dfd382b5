using System.Diagnostics;
using System.Globalization;
using Constellation.Simulation;
using Constellation.Time;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer;

/// <summary>The program with a real window on a display in memory, by mouse and keys. What it saves is compared with what <c>render</c> draws.</summary>
[Collection("OpenGL")]
public sealed class ViewWindowTests : IDisposable
{
    private const int Width = 900, Height = 640;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryRun _run = new(new RunFixture { Epochs = 9, GridStepDeg = 30 });
    private readonly XvfbDisplay? _display;
    private readonly Process? _program;
    private readonly string _window = "";
    private int _pictures;

    public ViewWindowTests()
    {
        // Xvfb draws by software; with a graphics card the picture without a window would be another driver's.
        (bool available, string text) = OpenGlProbe.Describe();
        if (!available || !text.Contains("llvmpipe", StringComparison.Ordinal))
        {
            _run.Dispose();
            Assert.Skip($"no software OpenGL to compare with: {text}");
        }

        try
        {
            _display = new XvfbDisplay();
            _program = _display.Start(Path.Combine(AppContext.BaseDirectory, "constellation"), _run.Path, "view", _run.Path, "--size", $"{Width}x{Height}", "--ui-scale", "1");
            _program.OutputDataReceived += (_, _) => { };
            _program.BeginOutputReadLine();
            _window = Found();
            _display.Do("windowfocus", _window);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_program is { HasExited: false })
        {
            _program.Kill();
            _program.WaitForExit();
        }

        _program?.Dispose();
        _display?.Dispose();
        _run.Dispose();
    }

    [Fact]
    public void Mouse_and_keys_do_what_the_model_does()
    {
        ViewerModel model = Model();
        Same(model);

        Mouse(model, ViewerInput.Moved(300, 500));
        Do("mousedown", "1");
        model.Handle(ViewerInput.Pressed(300, 500));
        Mouse(model, ViewerInput.Moved(320, 505));
        Mouse(model, ViewerInput.Moved(380, 530));
        Do("mouseup", "1");
        model.Handle(ViewerInput.Released(380, 530));
        Same(model);

        // The ground in hand.
        Mouse(model, ViewerInput.Moved(450, 320));
        Do("mousedown", "1");
        model.Handle(ViewerInput.Pressed(450, 320));
        Mouse(model, ViewerInput.Moved(470, 330));
        Mouse(model, ViewerInput.Moved(430, 345));
        Do("mouseup", "1");
        model.Handle(ViewerInput.Released(430, 345));
        Mouse(model, ViewerInput.Moved(380, 530));

        Do("click", "--repeat", "3", "--delay", "30", "4");
        model.Handle(ViewerInput.Wheel(1));
        model.Handle(ViewerInput.Wheel(1));
        model.Handle(ViewerInput.Wheel(1));
        Same(model);

        Do("mousedown", "3");
        model.Handle(ViewerInput.Pressed(380, 530, PointerButton.Right));
        Mouse(model, ViewerInput.Moved(420, 500));
        Do("mouseup", "3");
        model.Handle(ViewerInput.Released(420, 500, PointerButton.Right));
        Same(model);

        // Layers, map, frame, a step of time.
        foreach ((string key, ViewerKey code) in new[]
        {
            ("h", ViewerKey.H), ("l", ViewerKey.L), ("o", ViewerKey.O), ("t", ViewerKey.T), ("s", ViewerKey.S), ("g", ViewerKey.G), ("a", ViewerKey.A), ("w", ViewerKey.W), ("x", ViewerKey.X),
            ("h", ViewerKey.H), ("m", ViewerKey.M), ("period", ViewerKey.Period), ("f", ViewerKey.F), ("period", ViewerKey.Period), ("l", ViewerKey.L), ("F1", ViewerKey.F1),
        })
        {
            Do("key", key);
            model.Handle(ViewerInput.Key(code));
        }

        Same(model);
        Do("key", "Escape");
        Do("key", "Escape");
        Assert.True(_program!.WaitForExit(s_patience));
        Assert.Equal(0, _program.ExitCode);
    }

    /// <summary>Panels are where the model has them: what is clicked on them does the same to both.</summary>
    [Fact]
    public void Panels_search_and_menu_do_what_the_model_does()
    {
        ViewerModel model = Model();
        Click(model, model.ControlAt("time", "Layers"));
        Click(model, model.ControlAt("layers", "grid"));
        // Every layer in turn, by keys alone: the panel scrolls to what they are at.
        Keys(model, ViewerKey.F6, 2);
        foreach (LayerChoice _ in LayerChoice.Groups().First().Choices)
        {
            Keys(model, ViewerKey.Enter, 1);
            Keys(model, ViewerKey.Down, 1);
        }

        Keys(model, ViewerKey.Escape, 1);
        Click(model, model.ControlAt("time", "Next"));
        Same(model);

        Do("key", "slash");
        model.Type("/");
        string found = model.Scene.Satellites[7].Id.ToString();
        Do("type", "--delay", "20", found);
        model.Type(found);
        Do("key", "Return");
        model.Press(ViewerKey.Enter);
        model.Advance(TimeSpan.FromSeconds(1));
        Await(() => Title.EndsWith("| " + found, StringComparison.Ordinal), "the satellite is found");
        Thread.Sleep(1500);
        Same(model);

        Click(model, model.ControlAt("time", "Satellite"));
        Assert.Null(model.Panels.Find("satellite")!.Missing(model.Panels.State));
        Do("key", "shift+p");
        Await(() => File.Exists(Path.Combine(_run.Path, "panel-satellite-001.svg")), "the panel is written");
        Click(model, model.ControlAt("time", "Satellite"));

        foreach (IPanel panel in model.Panels.Known.Where(p => p.Name is not ("search" or "layers")))
        {
            Click(model, model.ControlAt("time", TimeBar.Word(panel)));
            Assert.True(model.Panels.IsOpen(panel.Name));
            Click(model, model.ControlAt("time", TimeBar.Word(panel)));
        }

        Do("key", "ctrl+plus");
        model.Press(ViewerKey.Equal, shift: true, control: true);
        Click(model, model.ControlAt("time", "Previous"));
        Same(model);
        Do("key", "ctrl+q");
        Assert.True(_program!.WaitForExit(s_patience));
        Assert.Equal(0, _program.ExitCode);
    }

    /// <summary>Xlib ends the process when its display goes away; it is to say why.</summary>
    [Fact]
    public void When_the_display_is_lost_it_says_so()
    {
        _display!.Kill();
        Assert.True(_program!.WaitForExit(s_patience));
        string told = _program.StandardError.ReadToEnd();
        Assert.Equal(75, _program.ExitCode);
        Assert.StartsWith("constellation: error CN4424: the display is lost", told, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_click_picks_play_runs_and_any_size_survives()
    {
        ViewerModel model = Model();
        ScreenPoint at = model.Scene.Satellites.Where(s => !model.View.IsHidden(s.Itrf)).Select(s => model.View.Project(s.Itrf))
            .First(p => p.IsInside(Width, Height, -30) && p.Y > 200 && model.SatelliteAt(Math.Round(p.X), Math.Round(p.Y)) is not null);
        string picked = model.SatelliteAt(Math.Round(at.X), Math.Round(at.Y)).ToString()!;
        Mouse(model, ViewerInput.Moved(Math.Round(at.X), Math.Round(at.Y)));
        Do("click", "1");
        Await(() => Title.EndsWith("| paused | " + picked, StringComparison.Ordinal), "the satellite is selected");

        string before = Title;
        Do("key", "space");
        Await(() => Title.Contains("playing", StringComparison.Ordinal) && Title[..30] != before[..30], "time runs");
        Do("key", "space");
        Await(() => Title.Contains("paused", StringComparison.Ordinal), "time stands");

        for (int i = 0; i < 12; i++)
        {
            Do("windowsize", _window, $"{300 + (97 * i % 700)}", $"{200 + (61 * i % 400)}");
        }

        foreach ((int width, int height) in new[] { (1, 1), (700, 500) })
        {
            Do("windowsize", _window, $"{width}", $"{height}");
            Thread.Sleep(300);
            Assert.False(_program!.HasExited);
        }

        byte[] png = Saved();
        Assert.Equal([0, 0, 2, 188, 0, 0, 1, 244], png[16..24]);
        Do("key", "Escape");
        Assert.True(_program!.WaitForExit(s_patience));
        Assert.Equal(0, _program.ExitCode);
    }

    private string Title => Do("getwindowname", _window);

    private ViewerModel Model()
    {
        RunScenes scenes = new(_run.Folder);
        return new ViewerModel(scenes, new GlobeOptions { Width = Width, Height = Height }, () => scenes.Grid.Start);
    }

    private void Mouse(ViewerModel model, ViewerInput input)
    {
        Do("mousemove", "--window", _window, input.X.ToString(CultureInfo.InvariantCulture), input.Y.ToString(CultureInfo.InvariantCulture));
        model.Handle(input);
    }

    private void Keys(ViewerModel model, ViewerKey key, int times)
    {
        string name = key == ViewerKey.Enter ? "Return" : $"{key}";
        for (int i = 0; i < times; i++)
        {
            Do("key", name);
            model.Press(key);
        }
    }

    private void Click(ViewerModel model, (double X, double Y) at)
    {
        (double x, double y) = (Math.Round(at.X), Math.Round(at.Y));
        Mouse(model, ViewerInput.Moved(x, y));
        Do("click", "1");
        model.Handle(ViewerInput.Pressed(x, y));
        model.Handle(ViewerInput.Released(x, y));
        // Two clicks at one place are not to be a double click.
        model.Advance(TimeSpan.FromSeconds(1));
    }

    private string Do(params string[] arguments) => _display!.Do(arguments);

    private string Found()
    {
        string window = "";
        Await(() => _program!.HasExited || (window = _display!.Do("search", "--name", " GPST [|] ")).Length > 0, "a window appears");
        if (_program!.HasExited)
        {
            string told = _program.StandardError.ReadToEnd();
            // Without the window library, or on a display without OpenGL, the program says so: nothing to test here.
            if (told.Contains("CN4421", StringComparison.Ordinal) || told.Contains("CN4422", StringComparison.Ordinal))
            {
                Assert.Skip(told.Trim());
            }

            Assert.Fail(told);
        }

        return window.Split('\n')[0];
    }

    /// <summary>The picture saved by the key for it.</summary>
    private byte[] Saved()
    {
        string file = Path.Combine(_run.Path, $"globe-{++_pictures:000}.png");
        Do("key", "p");
        Await(() => File.Exists(file), $"{Path.GetFileName(file)} is written");
        return File.ReadAllBytes(file);
    }

    private void Same(ViewerModel model)
    {
        // The window's Open GL and that without a window are the same driver: the same bytes.
        Assert.Equal(GlobePicture.Render(_run.Folder, model.Options), Saved());
    }

    private static void Await(Func<bool> condition, string what)
    {
        for (Stopwatch clock = Stopwatch.StartNew(); !condition(); Thread.Sleep(50))
        {
            Assert.True(clock.Elapsed < s_patience, $"{what}: not within {s_patience.TotalSeconds} s");
        }
    }
}
