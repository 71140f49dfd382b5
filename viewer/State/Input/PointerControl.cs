using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>What the mouse does: on panels, on the line of time, on the globe.</summary>
internal sealed class PointerControl(ViewerModel model)
{
    /// <summary>A press that moves less is a click; a second click within the others of the first makes it a double click; px and seconds.</summary>
    private const double ClickSlop = 3, DoubleSlop = 5, DoubleSeconds = 0.4;

    private const double WheelRow = 48;

    private PointerButton? _held;
    private Grip _grip;
    private bool _dragged;
    private (double X, double Y) _press;
    private (double X, double Y, double At)? _click;

    private enum Grip
    {
        Globe,
        Aside,
        Panel,
        Time,
    }

    /// <summary>Where the pointer is, px; NaN before it has moved.</summary>
    public (double X, double Y) At { get; private set; } = (double.NaN, double.NaN);

    /// <summary>The globe is being turned.</summary>
    public bool Turning => _held is not null && _dragged && _grip != Grip.Panel;

    public void Press(ViewerInput input)
    {
        if (_held is not null)
        {
            return;
        }

        (double x, double y) = (input.X, input.Y);
        (_held, _dragged, _press, At) = (input.Button, false, (x, y), (x, y));
        if (input.Button == PointerButton.Left && OnTimeLine(x, y))
        {
            _grip = Grip.Time;
            Seek(x, snap: true);
        }
        else if (model.Panels.Press(x, y))
        {
            _grip = Grip.Panel;
        }
        else
        {
            _grip = input.Button == PointerButton.Left && !input.Shift ? Grip.Globe : Grip.Aside;
            model.EndSearch();
            if (_grip == Grip.Globe)
            {
                model.Cameras.Hold(x, y);
            }
        }
    }

    public void Move(double x, double y)
    {
        (double dx, double dy) = (x - At.X, y - At.Y);
        At = (x, y);
        if (_held is null)
        {
            model.Point();
            return;
        }

        if (!_dragged && Math.Max(Math.Abs(x - _press.X), Math.Abs(y - _press.Y)) < ClickSlop)
        {
            return;
        }

        if (!_dragged)
        {
            // What was held back as a click still counts.
            (_dragged, dx, dy) = (true, x - _press.X, y - _press.Y);
        }

        switch (_grip)
        {
            case Grip.Time:
                Seek(x, snap: false);
                break;
            case Grip.Panel:
                model.Panels.Drag(x, y);
                break;
            case Grip.Globe:
                model.Cameras.Drag(x, y, dx, dy);
                break;
            default:
                model.Cameras.Pan(dx, dy);
                break;
        }
    }

    public void Release(ViewerInput input)
    {
        if (_held != input.Button)
        {
            return;
        }

        bool click = !_dragged && _held == PointerButton.Left;
        _held = null;
        At = (input.X, input.Y);
        model.Panels.Release();
        model.Cameras.LetGo();
        if (click)
        {
            bool twice = _click is { } last && model.Seconds - last.At <= DoubleSeconds && Math.Max(Math.Abs(last.X - input.X), Math.Abs(last.Y - input.Y)) <= DoubleSlop;
            _click = twice ? null : (input.X, input.Y, model.Seconds);
            Click(input.X, input.Y, twice);
        }

        model.Point();
    }

    public void Wheel(double steps)
    {
        if (model.Panels.PartAt(At.X, At.Y).Panel is { } open)
        {
            model.Panels.ScrollBy(open, -steps * WheelRow * model.UiScale);
        }
        else if (!model.Panels.Covers(At.X, At.Y))
        {
            model.Cameras.Zoom(steps, At.X, At.Y);
        }
    }

    private void Click(double x, double y, bool twice)
    {
        switch (_grip)
        {
            case Grip.Panel when twice && model.Panels.PartAt(x, y) is (OpenPanel open, PanelPart.Title):
                model.Panels.Dock(open);
                break;
            case Grip.Panel:
                model.Aim(model.Panels.TargetAt(x, y));
                break;
            case Grip.Globe:
                ClickGlobe(x, y, twice);
                break;
        }
    }

    private void ClickGlobe(double x, double y, bool twice)
    {
        if (model.Panels.IsOpen("measure"))
        {
            if (model.ThingAt(x, y) is { } end)
            {
                model.Measure.Take(end);
            }

            return;
        }

        if (model.SelectAt(x, y))
        {
            if (twice)
            {
                model.FlyToSelected();
            }
        }
        else if (model.GroundAt(x, y) is not { } ground)
        {
            model.Select(null);
        }
        else if (twice)
        {
            model.Pick(Ellipsoid.Wgs84.ToGeodetic(ground) with { Height = 0 });
        }
    }

    private bool OnTimeLine(double x, double y) =>
        model.Panels.Shown && model.Panels.TimeLine.Contains(x, y) && model.Panels.PartAt(x, y).Panel is null;

    /// <summary>Goes to the epoch below the pointer; where an event is marked, to its epoch.</summary>
    private void Seek(double x, bool snap)
    {
        if (snap && model.Panels.TargetAt(x, _press.Y)?.Epoch is { } marked)
        {
            model.Go(marked);
            return;
        }

        ScreenBox line = model.Panels.TimeLine;
        model.Time.GoToShare((x - line.Left) / line.Width);
    }
}
