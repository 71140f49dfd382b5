using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Makes a message of its keywords and states, whichever way they are written, and tells what is wrong with them.</summary>
internal sealed class OemBuilder(DiagnosticBag bag)
{
    /// <summary>States of one message: a satellite-year every 5 s.</summary>
    private const int MostStates = 6_400_000;

    private static readonly string[] s_header = ["CCSDS_OEM_VERS", "CLASSIFICATION", "CREATION_DATE", "ORIGINATOR", "MESSAGE_ID"];

    private static readonly string[] s_required = ["OBJECT_NAME", "OBJECT_ID", "CENTER_NAME", "REF_FRAME", "TIME_SYSTEM", "START_TIME", "STOP_TIME"];

    private static readonly string[] s_optional = ["REF_FRAME_EPOCH", "USEABLE_START_TIME", "USEABLE_STOP_TIME", "INTERPOLATION", "INTERPOLATION_DEGREE"];

    private readonly Dictionary<string, string> _head = [];
    private readonly List<OemSegment> _segments = [];
    private readonly List<string> _comments = [];
    private readonly List<string> _segmentComments = [];
    private readonly Dictionary<string, (string Value, OdmPlace Place)> _meta = [];
    private readonly List<Epoch> _epochs = [];
    private readonly List<Vector3d> _positions = [];
    private readonly List<Vector3d> _velocities = [];
    private OdmPlace _begin;
    private OdmFrame? _frame;
    private TimeScale _scale;
    private bool _open;
    private bool _metaEnded;
    private bool _skip;
    private int _states;
    private int _covariances;
    private int _accelerations;

    /// <summary>Whether a segment is being read.</summary>
    public bool Open => _open;

    /// <summary>Whether its metadata are complete, so that states may follow.</summary>
    public bool MetaEnded => _metaEnded;

    public void Comment(string text) => (_open ? _segmentComments : _comments).Add(text);

    public void Header(string key, string value, OdmPlace place)
    {
        if (!s_header.Contains(key))
        {
            bag.Warning("CN3121", place.Line, place.Column, $"'{key}' is no keyword of the header", "it is passed over" + Spelling.Hint(key, s_header));
            return;
        }

        _head[key] = value;
    }

    public void BeginSegment(OdmPlace place)
    {
        EndSegment();
        (_open, _metaEnded, _skip, _begin, _frame) = (true, false, false, place, null);
        _meta.Clear();
        _epochs.Clear();
        _positions.Clear();
        _velocities.Clear();
        _segmentComments.Clear();
    }

    public void Meta(string key, string value, OdmPlace place)
    {
        if (!s_required.Contains(key) && !s_optional.Contains(key))
        {
            bag.Warning("CN3121", place.Line, place.Column, $"'{key}' is no keyword of a segment's metadata", "it is passed over" + Spelling.Hint(key, [.. s_required, .. s_optional]));
            return;
        }

        if (!_meta.TryAdd(key, (value, place)))
        {
            bag.Error("CN3122", place.Line, place.Column, $"{key} is given twice in one segment", "the first is used: remove one of them");
        }
    }

    public void EndMeta()
    {
        _metaEnded = true;
        string[] missing = [.. s_required.Where(k => !_meta.ContainsKey(k))];
        if (missing.Length > 0)
        {
            bag.Error("CN3123", _begin.Line, 0, $"the segment lacks {string.Join(", ", missing)}", missing.Intersect(["REF_FRAME", "TIME_SYSTEM"]).Any() ? "it is left out: its states mean nothing without" : "add the keywords to its metadata");
        }

        string center = Value("CENTER_NAME", "EARTH");
        _frame = OdmFrame.Of(Value("REF_FRAME", ""));
        TimeScale? scale = OdmTime.Scale(Value("TIME_SYSTEM", ""));
        _scale = scale ?? TimeScale.Utc;
        if (!center.Equals("EARTH", StringComparison.OrdinalIgnoreCase))
        {
            Leave("CENTER_NAME", $"the states are about {center}, not about the Earth");
        }

        if (_frame is null)
        {
            Leave("REF_FRAME", $"the frame '{Value("REF_FRAME", "")}' is not known here ({OdmFrame.Known})");
        }

        if (scale is null)
        {
            Leave("TIME_SYSTEM", $"the time system '{Value("TIME_SYSTEM", "")}' is not known here ({OdmTime.Known})");
        }
    }

    /// <summary>A state: epoch, position in km, velocity in km/s and perhaps an acceleration, as text.</summary>
    public void State(string epochText, ReadOnlySpan<double> metres, bool acceleration, OdmPlace place)
    {
        if (_skip)
        {
            return;
        }

        _accelerations += acceleration ? 1 : 0;
        if (!OdmTime.TryParse(epochText, _scale, out Epoch epoch))
        {
            bag.Error("CN3124", place.Line, place.Column, $"'{epochText}' is not a time such as 2024-09-20T00:00:00.000", "the state is left out: mend it");
            return;
        }

        if (_epochs.Count > 0 && epoch <= _epochs[^1])
        {
            bag.Error("CN3125", place.Line, place.Column, $"the epoch {epochText} is not after the one before", "the state is left out: order the states, and begin a new segment at a break");
            return;
        }

        Vector3d position = new(metres[0], metres[1], metres[2]), velocity = new(metres[3], metres[4], metres[5]);
        if (!(position.Norm is > 1e6 and < 1e10) || !(velocity.Norm < 1e5))
        {
            bag.Error("CN3126", place.Line, place.Column, $"the state is not one of an Earth satellite ({position.Norm / 1000:0.#} km, {velocity.Norm / 1000:0.#} km/s)", "the state is left out: kilometres and kilometres per second are meant");
            return;
        }

        if (++_states > MostStates)
        {
            if (_states == MostStates + 1)
            {
                bag.Error("CN3127", place.Line, 0, $"more than {MostStates} states", "the rest is left out: cut the file into parts");
            }

            return;
        }

        _epochs.Add(epoch);
        _positions.Add(_frame!.Turn(position));
        _velocities.Add(_frame.Turn(velocity));
    }

    public void BadNumber(string text, string what, OdmPlace place)
    {
        if (!_skip)
        {
            bag.Error("CN3120", place.Line, place.Column, text.Length == 0 ? $"there is no {what}" : $"'{text}' is not a number ({what})", "the state is left out: mend the number");
        }
    }

    public void Covariance() => _covariances++;

    public OemFile? Finish(int line)
    {
        EndSegment();
        if (_covariances > 0)
        {
            bag.Warning("CN3128", 0, 0, $"{_covariances} covariance matrices are not read", "states only");
        }

        if (_accelerations > 0)
        {
            bag.Warning("CN3128", 0, 0, $"{_accelerations} accelerations are not read", "positions and velocities are");
        }

        if (_segments.Count == 0)
        {
            bag.Error("CN3129", line, 0, "no segment with states is left", "give a message with states about the Earth");
            return null;
        }

        return new OemFile
        {
            Version = _head.GetValueOrDefault("CCSDS_OEM_VERS", "2.0"),
            Originator = _head.GetValueOrDefault("ORIGINATOR", ""),
            CreationDate = _head.GetValueOrDefault("CREATION_DATE", ""),
            Comments = _comments,
            Segments = _segments,
        };
    }

    private void EndSegment()
    {
        if (!_open)
        {
            return;
        }

        _open = false;
        if (_skip)
        {
            return;
        }

        if (!_metaEnded || _epochs.Count == 0)
        {
            bag.Error("CN3129", _begin.Line, 0, "the segment has no states", "the file is cut, or the segment may be removed");
            return;
        }

        EpochSpan all = new(_epochs[0], _epochs[^1]);
        (Epoch start, Epoch stop) = (Time("START_TIME") ?? all.First, Time("STOP_TIME") ?? all.Last);
        if (start > all.First || stop < all.Last)
        {
            bag.Warning("CN3130", _begin.Line, 0, $"states from {Text(all.First)} to {Text(all.Last)} go beyond START_TIME and STOP_TIME", "all states are used");
        }
        else if (start < all.First || stop > all.Last)
        {
            bag.Warning("CN3130", _begin.Line, 0, $"states from {Text(all.First)} to {Text(all.Last)} do not fill START_TIME to STOP_TIME", "nothing is extrapolated: the file may be cut");
        }

        Epoch? useFirst = Time("USEABLE_START_TIME"), useLast = Time("USEABLE_STOP_TIME");
        EpochSpan? usable = useFirst is null && useLast is null ? null : new EpochSpan(useFirst ?? all.First, useLast ?? all.Last);
        if (usable is { } u && (u.First > u.Last || u.Last < all.First || u.First > all.Last))
        {
            bag.Error("CN3131", _begin.Line, 0, "the useable span holds none of the segment's states", "it is passed over: all states are used");
            usable = null;
        }

        (InterpolationMethod? method, int degree) = Interpolation();
        _segments.Add(new OemSegment
        {
            ObjectName = Value("OBJECT_NAME", Value("OBJECT_ID", "?")),
            ObjectId = Value("OBJECT_ID", Value("OBJECT_NAME", "?")),
            CenterName = Value("CENTER_NAME", "EARTH"),
            FrameName = _frame!.Name,
            Frame = _frame.Axes,
            TimeScale = _scale,
            Span = all,
            Usable = usable,
            Interpolation = method,
            Degree = degree,
            Epochs = [.. _epochs],
            Positions = [.. _positions],
            Velocities = [.. _velocities],
            Comments = [.. _segmentComments],
        });
    }

    private (InterpolationMethod? Method, int Degree) Interpolation()
    {
        string name = Value("INTERPOLATION", "").ToUpperInvariant();
        if (name.Length == 0)
        {
            return (null, 0);
        }

        InterpolationMethod? method = name switch
        {
            "HERMITE" => InterpolationMethod.Hermite,
            "LAGRANGE" or "LINEAR" or "POLYNOMIAL" => InterpolationMethod.Lagrange,
            _ => null,
        };
        string text = Value("INTERPOLATION_DEGREE", name == "LINEAR" ? "1" : "");
        if (method is null || !int.TryParse(text, out int degree) || degree is < 1 or > SampledOrbit.GreatestDegree)
        {
            OdmPlace place = _meta["INTERPOLATION"].Place;
            bag.Warning("CN3132", place.Line, place.Column, $"interpolation '{name}' of degree '{text}' is not known here (LINEAR, LAGRANGE, HERMITE, degree 1 to {SampledOrbit.GreatestDegree})", $"Hermite of degree {EphemerisBlock.DefaultDegree} is used");
            return (null, 0);
        }

        int least = method == InterpolationMethod.Hermite ? (degree + 2) / 2 : degree + 1;
        if (_epochs.Count < least)
        {
            bag.Warning("CN3132", _begin.Line, 0, $"{_epochs.Count} states are fewer than the {least} that interpolation of degree {degree} takes", "a lower degree is used");
        }

        return (method, degree);
    }

    private Epoch? Time(string key)
    {
        if (!_meta.TryGetValue(key, out (string Value, OdmPlace Place) entry))
        {
            return null;
        }

        if (OdmTime.TryParse(entry.Value, _scale, out Epoch epoch))
        {
            return epoch;
        }

        bag.Error("CN3124", entry.Place.Line, entry.Place.Column, $"{key} '{entry.Value}' is not a time such as 2024-09-20T00:00:00.000", "it is passed over: mend it");
        return null;
    }

    private void Leave(string key, string why)
    {
        if (_skip)
        {
            return;
        }

        _skip = true;
        OdmPlace place = _meta.TryGetValue(key, out (string Value, OdmPlace Place) entry) ? entry.Place : new OdmPlace(_begin.Line, 0);
        bag.Error("CN3135", place.Line, place.Column, why, "the segment is left out");
    }

    private string Value(string key, string fallback) => _meta.TryGetValue(key, out (string Value, OdmPlace Place) entry) ? entry.Value : fallback;

    private string Text(Epoch epoch) => OdmTime.Text(epoch, _scale);
}
