using System.Globalization;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Keywords and values of one message, with their places; makes an element set of them, or tells why not.</summary>
internal sealed class OmmFields
{
    private const string Theories = "SGP4, SDP4";

    private readonly Dictionary<string, (string Value, int Line, int Column)> _fields = new(StringComparer.OrdinalIgnoreCase);
    private int _line;

    public bool IsEmpty => _fields.Count == 0;

    public bool Has(string keyword) => _fields.ContainsKey(keyword);

    public void Clear()
    {
        _line = 0;
        _fields.Clear();
    }

    public void Set(string keyword, string value, int line, int column)
    {
        _line = _fields.Count == 0 ? line : _line;
        _fields[keyword] = (value.Trim(), line, column);
    }

    /// <summary>Adds the set to the bag if it is one.</summary>
    public void Finish(ElementSetBag sets)
    {
        if (!Supported(sets) || !Whole(sets, "NORAD_CAT_ID", required: true, 999_999_999, out int number) || !TryEpoch(sets, out Epoch epoch) ||
            !Real(sets, "MEAN_MOTION", true, double.MaxValue, out double motion) || !Real(sets, "ECCENTRICITY", true, 1, out double eccentricity) ||
            !Real(sets, "INCLINATION", true, 180, out double inclination) || !Real(sets, "RA_OF_ASC_NODE", true, 360, out double node) ||
            !Real(sets, "ARG_OF_PERICENTER", true, 360, out double perigee) || !Real(sets, "MEAN_ANOMALY", true, 360, out double anomaly) ||
            !Real(sets, "BSTAR", false, double.MaxValue, out double bStar) || !Real(sets, "MEAN_MOTION_DOT", false, double.MaxValue, out double dot) ||
            !Real(sets, "MEAN_MOTION_DDOT", false, double.MaxValue, out double dotDot) || !Whole(sets, "EPHEMERIS_TYPE", false, 9, out int type) ||
            !Whole(sets, "ELEMENT_SET_NO", false, int.MaxValue, out int setNumber) || !Whole(sets, "REV_AT_EPOCH", false, int.MaxValue, out int revolution))
        {
            return;
        }

        MeanElementSet set = new()
        {
            Name = Text("OBJECT_NAME"),
            CatalogueNumber = number,
            Designator = Text("OBJECT_ID"),
            Classification = Text("CLASSIFICATION_TYPE") is [char c, ..] ? c : 'U',
            Epoch = epoch,
            MeanMotionRevPerDay = motion,
            Eccentricity = eccentricity,
            InclinationDeg = inclination,
            RightAscensionDeg = node,
            ArgumentOfPerigeeDeg = perigee,
            MeanAnomalyDeg = anomaly,
            BStar = bStar,
            MeanMotionDot = dot,
            MeanMotionDotDot = dotDot,
            EphemerisType = type,
            ElementSetNumber = setNumber,
            RevolutionNumber = revolution,
            Where = sets.At(_line),
        };
        if (ElementSetRules.Fault(set) is { } fault)
        {
            (_, int line, int column) = _fields.GetValueOrDefault(fault.Field == "mean motion" ? "MEAN_MOTION" : fault.Field == "ephemeris type" ? "EPHEMERIS_TYPE" : "ECCENTRICITY");
            sets.LeaveOut("CN3205", line, column, fault.Problem, fault.Remedy, "with implausible values");
            return;
        }

        if (!_fields.ContainsKey("BSTAR"))
        {
            sets.Warn("CN3210", _line, 1, $"{set} has no BSTAR", "it is propagated without drag");
        }

        sets.Add(set);
    }

    private string Text(string keyword) => _fields.TryGetValue(keyword, out (string Value, int Line, int Column) field) ? field.Value : "";

    private string Object => Text("OBJECT_NAME") is { Length: > 0 } name ? $"'{name}'" : Text("NORAD_CAT_ID") is { Length: > 0 } number ? $"object {number}" : "the set";

    /// <summary>Other theories, frames and times would be read as SGP4 in TEME and UTC: wrong by kilometres, so they are refused.</summary>
    private bool Supported(ElementSetBag sets) =>
        OneOf(sets, "MEAN_ELEMENT_THEORY", Theories, t => t is "SGP4" or "SDP4" or "SGP/SGP4" or "SGP4/SDP4") && OneOf(sets, "REF_FRAME", "TEME", t => t.StartsWith("TEME", StringComparison.Ordinal)) &&
        OneOf(sets, "TIME_SYSTEM", "UTC", t => t == "UTC") && OneOf(sets, "CENTER_NAME", "EARTH", t => t == "EARTH");

    private bool OneOf(ElementSetBag sets, string keyword, string known, Func<string, bool> accepts)
    {
        if (!_fields.TryGetValue(keyword, out (string Value, int Line, int Column) field) || accepts(field.Value.ToUpperInvariant()))
        {
            return true;
        }

        sets.LeaveOut("CN3212", field.Line, field.Column, $"{keyword} of {Object} is '{Short(field.Value)}'", $"only {known} can be propagated", "of another theory, frame or time");
        return false;
    }

    private bool TryEpoch(ElementSetBag sets, out Epoch epoch)
    {
        epoch = default;
        if (!TryField(sets, "EPOCH", true, out string text, out int line, out int column))
        {
            return false;
        }

        string utc = text.EndsWith('Z') ? text : text + "Z";
        if (utc.Length > 1 && char.IsAsciiDigit(utc[0]) && Epoch.TryParse(utc, out epoch) && epoch.In(TimeScale.Utc).Year is >= 1972 and <= 2200)
        {
            return true;
        }

        sets.LeaveOut("CN3204", line, column, $"'{Short(text)}' is not an epoch of {Object}", "write UTC as in 2024-09-20T12:34:56.789012, from 1972 on", "with letters or blanks for numbers");
        return false;
    }

    private bool Real(ElementSetBag sets, string keyword, bool required, double most, out double value)
    {
        value = 0;
        if (!TryField(sets, keyword, required, out string text, out int line, out int column))
        {
            return false;
        }

        if (text.Length == 0)
        {
            return true;
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) || !double.IsFinite(value))
        {
            sets.LeaveOut("CN3204", line, column, $"{keyword} of {Object} is '{Short(text)}'", "write a number", "with letters or blanks for numbers");
            return false;
        }

        if (most <= 360 && value is < 0 || value > most)
        {
            sets.LeaveOut("CN3205", line, column, $"{keyword} of {Object} is {text}", $"it lies between 0 and {most}", "with implausible values");
            return false;
        }

        return true;
    }

    private bool Whole(ElementSetBag sets, string keyword, bool required, int most, out int value)
    {
        value = 0;
        if (!TryField(sets, keyword, required, out string text, out int line, out int column))
        {
            return false;
        }

        if (text.Length == 0 || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= most))
        {
            return true;
        }

        sets.LeaveOut("CN3204", line, column, $"{keyword} of {Object} is '{Short(text)}'", $"write a whole number up to {most}", "with letters or blanks for numbers");
        return false;
    }

    private bool TryField(ElementSetBag sets, string keyword, bool required, out string value, out int line, out int column)
    {
        bool found = _fields.TryGetValue(keyword, out (string Value, int Line, int Column) field);
        (value, line, column) = found ? field : ("", _line, 1);
        if (!required || (found && value.Length > 0))
        {
            return true;
        }

        sets.LeaveOut("CN3210", line, column, $"{Object} has no {keyword}", "add it", "with a missing keyword");
        return false;
    }

    private static string Short(string text) => text.Length > 40 ? text[..40] + "..." : text;
}
