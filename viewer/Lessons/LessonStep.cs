using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>One step of a lesson: what is said and what is seen meanwhile. What is null is as in the step before.</summary>
/// <param name="Title">A line.</param>
/// <param name="Caption">Two to four short sentences.</param>
/// <param name="Where">Of the step in its file, for messages.</param>
public sealed record LessonStep(string Title, string Caption, SourceSpan Where)
{
    /// <summary>Epoch at which the step begins.</summary>
    public Epoch? At { get; init; }

    /// <summary>The same as time since the first epoch of the source.</summary>
    public Duration? Elapsed { get; init; }

    /// <summary>Seconds of the source that pass in a second; 0: time stands still.</summary>
    public double Speed { get; init; }

    /// <summary>Length of the step in a film, s; in the window time stands still after it.</summary>
    public double Seconds { get; init; } = 10;

    public GlobeCamera? Camera { get; init; }

    /// <summary>Where the camera is at the end of the step; null: where it was.</summary>
    public GlobeCamera? CameraEnd { get; init; }

    public GlobeLayers? Layers { get; init; }

    public SatelliteId? Selected { get; init; }

    /// <summary>Nothing is selected from here on.</summary>
    public bool SelectsNone { get; init; }

    public GeodeticPoint? Site { get; init; }

    /// <summary>No place is picked from here on.</summary>
    public bool ForgetsSite { get; init; }

    /// <summary>Names of panels that are open in this step.</summary>
    public IReadOnlyList<string> Panels { get; init; } = [];
}
