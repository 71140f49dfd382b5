using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Rows of the <c>attitude</c> verb: every epoch, every chosen satellite that has a state then.</summary>
internal sealed class AttitudeTable(OrbitSource source, EpochGrid grid, ReferenceFrame frame, OrbexFile? other)
{
    private const double Degree = Math.PI / 180;

    /// <summary>Attitudes of one ORBEX file, which is put together in memory: a million take 60 MB.</summary>
    private const long MostAttitudes = 10_000_000;

    private readonly SortedDictionary<string, List<(double Difference, SatelliteId Satellite, Epoch Epoch)>> _differences = new(StringComparer.Ordinal);
    private readonly SortedSet<SatelliteId> _assumed = [];
    private long _rows, _missing;

    public void Write(TableWriter writer, CancellationToken cancel)
    {
        foreach (Row row in Rows(cancel))
        {
            writer.Epoch(row.Epoch).Satellite(row.Satellite).Real(row.Attitude.Q0).Real(row.Attitude.Q1).Real(row.Attitude.Q2).Real(row.Attitude.Q3)
                .Real(row.Yaw / Degree).Real(row.Geometry.NominalYaw / Degree).Real(row.Geometry.Beta / Degree).Real(row.Geometry.OrbitAngle / Degree);
            if (other is not null)
            {
                writer.Real(row.Difference / Degree);
            }

            writer.EndRow();
        }

        RequireRows();
    }

    public OrbexFile ToOrbex(CancellationToken cancel)
    {
        if ((long)grid.Count * source.Satellites.Count > MostAttitudes)
        {
            throw new InputException(Diagnostic.Error("CN1003", new SourceSpan("--step"), $"{grid.Count} epochs of {source.Satellites.Count} satellites are more than the {MostAttitudes} attitudes that an ORBEX file may have here", "choose a longer step, a shorter span or fewer satellites, or write csv"));
        }

        Dictionary<SatelliteId, (List<Epoch> Epochs, List<AttitudeQuaternion> Attitudes)> series = [];
        foreach (Row row in Rows(cancel))
        {
            if (!series.TryGetValue(row.Satellite, out (List<Epoch> Epochs, List<AttitudeQuaternion> Attitudes) one))
            {
                series.Add(row.Satellite, one = ([], []));
            }

            one.Epochs.Add(row.Epoch);
            one.Attitudes.Add(row.Attitude);
        }

        RequireRows();
        return new OrbexFile
        {
            Version = 0.09,
            Frame = frame,
            TimeScale = TimeScale.Gpst,
            Interval = grid.Step,
            Satellites = series.ToDictionary(s => s.Key, s => new OrbexSeries(s.Value.Epochs, s.Value.Attitudes)),
            OtherRecords = 0,
            Description = "Attitude laws per block, not estimated",
            CreatedBy = "Constellation",
            CoordinateSystem = frame == ReferenceFrame.Itrf ? "ITRF" : "GCRF",
        };
    }

    /// <summary>Says what is missing or assumed, and how far the other file is.</summary>
    public void Report(TextWriter people)
    {
        if (_missing > 0)
        {
            people.WriteLine($"attitude: warning CN4003: {_missing} of {_rows + _missing} states are not there (gap, end of the table, or no valid message then); their rows are left out");
        }

        if (_assumed.Count > 0)
        {
            people.WriteLine($"attitude: warning CN4010: no vehicle is known behind {string.Join(", ", _assumed)} then; their block is assumed, satellites of other systems turn by nominal yaw steering");
        }

        foreach ((string block, List<(double Difference, SatelliteId Satellite, Epoch Epoch)> list) in _differences)
        {
            list.Sort((a, b) => a.Difference.CompareTo(b.Difference));
            (double worst, SatelliteId satellite, Epoch epoch) = list[^1];
            people.WriteLine($"{block,-14} {list.Count,7} attitudes: median {list[list.Count / 2].Difference / Degree:0.000} deg, 95 % {list[(int)(0.95 * (list.Count - 1))].Difference / Degree:0.000} deg, worst {worst / Degree:0.00} deg ({satellite} at {epoch.ToString(TimeScale.Gpst)})");
        }

        if (other is not null && _differences.Count == 0)
        {
            people.WriteLine("attitude: warning CN4011: the ORBEX file has no attitude of these satellites at these epochs; choose --start and --step so that they meet its own");
        }
    }

    private IEnumerable<Row> Rows(CancellationToken cancel)
    {
        for (int i = 0; i < grid.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            Epoch epoch = grid[i];
            EarthRotation rotation = EarthOrientation.BuiltIn.At(epoch);
            Vector3d sun = Sun.PositionGcrf(epoch).Vector;
            foreach (SatelliteId id in source.Satellites)
            {
                if (!source.Ephemeris.TryState(id, epoch, out StateVector state, out _))
                {
                    _missing++;
                    continue;
                }

                _rows++;
                yield return Form(id, state.Frame == ReferenceFrame.Gcrf ? state : rotation.ToGcrf(state), sun, rotation);
            }
        }
    }

    private Row Form(SatelliteId id, StateVector gcrf, Vector3d sun, EarthRotation rotation)
    {
        SatelliteProperties? satellite = SatelliteProperties.Covers(id) ? SatelliteProperties.For(id, gcrf.Epoch) : null;
        if (satellite is null || satellite.Svn.Length == 0)
        {
            _assumed.Add(id);
        }

        SolarGeometry geometry = SolarGeometry.Of(gcrf.Position, gcrf.Velocity, sun);
        BodyAxes axes = (satellite?.Attitude ?? NominalYaw.Instance).At(gcrf.Position, gcrf.Velocity, sun);
        BodyAxes fixedAxes = new(rotation.GcrfToItrf * axes.X, rotation.GcrfToItrf * axes.Y, rotation.GcrfToItrf * axes.Z);
        AttitudeQuaternion celestial = AttitudeQuaternion.From(axes), earthFixed = AttitudeQuaternion.From(fixedAxes);
        double difference = double.NaN;
        if (other is not null && other.Satellites.TryGetValue(id, out OrbexSeries? series) && series.At(gcrf.Epoch) is { } theirs)
        {
            difference = theirs.AngleTo(other.Frame == ReferenceFrame.Itrf ? earthFixed : celestial);
            string block = satellite?.Block ?? id.System.ToString();
            if (!_differences.TryGetValue(block, out List<(double, SatelliteId, Epoch)>? list))
            {
                _differences.Add(block, list = []);
            }

            list.Add((difference, id, gcrf.Epoch));
        }

        return new(gcrf.Epoch, id, frame == ReferenceFrame.Itrf ? earthFixed : celestial, geometry.YawOf(axes), geometry, difference);
    }

    /// <summary>Nothing at all is an error, and then no file is left behind.</summary>
    private void RequireRows()
    {
        if (_rows == 0)
        {
            throw new InputException(Diagnostic.Error(
                "CN4002", new SourceSpan("attitude"), $"the source has no state of these satellites between {grid.Start.ToString(TimeScale.Gpst)} and {grid.Last.ToString(TimeScale.Gpst)}", "choose epochs that it covers"));
        }
    }

    private readonly record struct Row(Epoch Epoch, SatelliteId Satellite, AttitudeQuaternion Attitude, double Yaw, SolarGeometry Geometry, double Difference);
}
