using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>What keys, buttons and panels can do with the window.</summary>
public sealed partial class ViewerModel
{
    public void TogglePlay() => Time.TogglePlay();

    public void Reverse() => Time.Reverse();

    public void ChangeSpeed(int steps) => Time.ChangeSpeed(steps);

    /// <summary>Goes to the next epoch of the run, or to the one before, and stays there.</summary>
    public void Step(int direction) => Time.Step(direction);

    /// <summary>Goes to an epoch, or to the nearest of the run.</summary>
    public void Go(Epoch epoch) => Time.Go(epoch);

    public void GoToNow()
    {
        Epoch clock = _clock();
        Go(clock);
        Say(clock < Span.First ? "the run begins later than now" : clock > Span.Last ? "the run ended before now" : "");
    }

    /// <summary>Goes to the next event of the run, or to the one before.</summary>
    public void NextEvent(int direction)
    {
        RunEvent? next = direction > 0 ? Events.FirstOrDefault(e => e.From > Now) : Events.LastOrDefault(e => e.From < Now);
        if (next is null)
        {
            Say(direction > 0 ? "no event after this epoch" : "no event before this epoch");
        }
        else
        {
            GoToEvent(next);
        }
    }

    public void Select(SatelliteId? satellite)
    {
        if (satellite != Selected || SelectedObject is not null)
        {
            (Selected, SelectedObject) = (satellite, null);
            Renew();
            Panels.Lay();
        }
    }

    public void Pick(GeodeticPoint? site)
    {
        Site = site;
        Renew();
        Panels.Lay();
    }

    public void Deselect()
    {
        Select(null);
        Pick(null);
    }

    public void PickAtPointer()
    {
        if (Pointed is { } pointed)
        {
            Pick(pointed.Place with { Height = 0 });
        }
        else
        {
            Say("the pointer is not over the Earth: no place to pick");
        }
    }

    public void SelectNext(int direction)
    {
        int count = Scene.Satellites.Count, at = Scene.Satellites.TakeWhile(s => s.Id != Selected).Count();
        if (count > 0)
        {
            Select(Scene.Satellites[at == count ? direction > 0 ? 0 : count - 1 : (at + direction + count) % count].Id);
        }
    }

    public void ToggleMap() => TryMap(Layers.Map == MapKind.None ? _lastMap : MapKind.None);

    /// <summary>Shows a map where the run has it; else says why not and leaves all as it is.</summary>
    public void ShowMap(MapKind map) => TryMap(map);

    /// <summary>Shows the next map that the run has.</summary>
    public void NextMap(int direction)
    {
        MapKind[] maps = [.. GlobeLayers.Maps];
        int at = Array.IndexOf(maps, _lastMap);
        for (int i = 1; i <= maps.Length && !TryMap(maps[(at + (direction * i) + (maps.Length * maps.Length)) % maps.Length]); i++)
        {
            // Those that the run does not have are passed over.
        }
    }

    public void Set(Func<GlobeLayers, GlobeLayers> change)
    {
        Layers = change(Layers);
        Renew();
        Panels.Lay();
    }

    public void TogglePanels()
    {
        PanelsShown = !PanelsShown;
        Change();
    }

    /// <summary>Opens or closes a panel by its name.</summary>
    public void TogglePanel(string name)
    {
        if (name == "search" && !Search.Active)
        {
            OpenSearch();
        }
        else if (Panels.IsOpen(name))
        {
            ClosePanel(name);
        }
        else
        {
            PanelsShown = true;
            Panels.Show(name);
        }
    }

    public void ToggleHelp() => TogglePanel("help");

    public void OpenSearch()
    {
        PanelsShown = true;
        Panels.Show("search");
        Search.Begin();
    }

    public void ToggleTheme()
    {
        LightTheme = !LightTheme;
        Change();
    }

    /// <summary>Larger or smaller text by steps; 0: as in the beginning.</summary>
    public void ChangeUiScale(int steps)
    {
        UiScale = steps == 0 ? _firstUiScale : Math.Clamp(UiScale * Math.Pow(UiStep, steps), ViewerSettings.LeastUiScale, ViewerSettings.GreatestUiScale);
        Panels.Lay();
    }

    public void AskForPicture() => PictureAsked = true;

    public void AskForPanels() => PanelsAsked = true;

    /// <summary>Leaves what is open for a while, the latest first; where nothing is, closes the window.</summary>
    public void Leave()
    {
        if (HelpShown || Panels.IsOpen("measure"))
        {
            ClosePanel(HelpShown ? "help" : "measure");
        }
        else if (Camera.Target is not null)
        {
            GoHome();
        }
        else
        {
            CloseAsked = true;
        }
    }

    /// <summary>Shows a line to the user until the next key.</summary>
    public void Say(string notice)
    {
        Notice = notice;
        Change();
    }

    internal void TogglePanelAt(int place, bool shift)
    {
        if (!shift && place < Panels.Known.Count)
        {
            TogglePanel(Panels.Known[place].Name);
        }
    }

    internal void ClosePanel(string name)
    {
        Panels.Close(name);
        if (name == "search")
        {
            Search.End();
        }
        else if (name == "measure")
        {
            Measure.Clear();
        }
    }

    internal void EndSearch()
    {
        if (Search.Active || Panels.IsOpen("search"))
        {
            ClosePanel("search");
        }
    }

    internal void GoToEvent(RunEvent happened) => Go(happened.From);

    /// <summary>Selects what was found and flies there.</summary>
    internal void GoTo(SearchEntry entry)
    {
        EndSearch();
        if (entry.Satellite is { } satellite)
        {
            Select(satellite);
        }
        else
        {
            Select(null);
            Pick(entry.Place);
        }

        FlyToSelected();
    }

    /// <summary>Does what a click on a panel means.</summary>
    internal void Aim(PanelTarget? target)
    {
        if (target?.Satellite is { } satellite)
        {
            Select(satellite);
        }

        if (target?.Epoch is { } epoch)
        {
            Go(epoch);
        }

        target?.Do?.Invoke(this);
    }

    /// <summary>Shows a map where the run has it; says so where it has not, and leaves the one that is shown.</summary>
    private bool TryMap(MapKind map)
    {
        try
        {
            GlobeLayers layers = Layers with { Map = map, MapOptional = false };
            _scene = _lastGood = Source.At(Now, Request(layers));
            (_lastMap, Layers, Problem) = (map == MapKind.None ? _lastMap : map, layers, "");
        }
        catch (InputException e) when (map != MapKind.None)
        {
            Say(TextOf(e));
            if (_lastGood is null)
            {
                Layers = Layers with { Map = MapKind.None };
                _scene = _lastGood = Source.At(Now, Request(Layers));
            }

            return false;
        }

        Panels?.Lay();
        Change();
        return true;
    }
}
