using System.Globalization;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>An orbit parameter message (OPM): one state of one object, with what else the message says about it. [CCSDS502] section 3</summary>
public sealed record OpmFile
{
    public string Version { get; init; } = "2.0";

    public required string ObjectName { get; init; }

    public required string ObjectId { get; init; }

    /// <summary>As the message writes it.</summary>
    public required string FrameName { get; init; }

    public required TimeScale TimeScale { get; init; }

    /// <summary>SI; EME2000 of the message is turned to GCRF.</summary>
    public required StateVector State { get; init; }

    /// <summary>Every value of the message as written, in its order, the state's own included: writing it again loses nothing.</summary>
    public required IReadOnlyList<OpmField> Fields { get; init; }

    public SatelliteId? Satellite => OdmObject.Satellite(ObjectName, ObjectId);

    /// <summary>A message of a state alone.</summary>
    public static OpmFile Of(string objectName, string objectId, StateVector state, TimeScale scale)
    {
        string frame = OdmFrame.NameOf(state.Frame), epoch = OdmTime.Text(state.Epoch, scale);
        List<OpmField> fields =
        [
            new(OpmLayout.Header, "CREATION_DATE", OdmTime.Text(state.Epoch, TimeScale.Utc), null), new(OpmLayout.Header, "ORIGINATOR", "CONSTELLATION", null),
            new(OpmLayout.Metadata, "OBJECT_NAME", objectName, null), new(OpmLayout.Metadata, "OBJECT_ID", objectId, null), new(OpmLayout.Metadata, "CENTER_NAME", "EARTH", null),
            new(OpmLayout.Metadata, "REF_FRAME", frame, null), new(OpmLayout.Metadata, "TIME_SYSTEM", OdmTime.Name(scale), null), new(OpmLayout.State, "EPOCH", epoch, null),
        ];
        (string Key, double Value)[] values =
        [
            ("X", state.Position.X), ("Y", state.Position.Y), ("Z", state.Position.Z), ("X_DOT", state.Velocity.X), ("Y_DOT", state.Velocity.Y), ("Z_DOT", state.Velocity.Z),
        ];
        fields.AddRange(values.Select(v => new OpmField(OpmLayout.State, v.Key, DecimalText.Shift(v.Value, -3), OpmLayout.UnitOf(v.Key))));
        return new OpmFile { ObjectName = objectName, ObjectId = objectId, FrameName = frame, TimeScale = scale, State = state, Fields = fields };
    }

    /// <summary>A number of the message in its own unit; null where it is not given.</summary>
    public double? Number(string key) =>
        Fields.FirstOrDefault(f => f.Key == key) is { } field && double.TryParse(field.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;
}
