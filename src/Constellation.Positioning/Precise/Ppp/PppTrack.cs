using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>One satellite as it is followed from epoch to epoch, and what was measured of it last.</summary>
internal sealed class PppTrack(SatelliteId satellite)
{
    public SatelliteId Satellite => satellite;

    public int Group { get; } = ClockGroup.Of(satellite);

    public CarrierPair Pair { get; set; }

    /// <summary>The layout that the pair's columns are of; null before the first epoch.</summary>
    public ObservationLayout? Layout { get; set; }

    /// <summary>Index of the ambiguity among the states; -1 without one.</summary>
    public int Ambiguity { get; set; } = -1;

    /// <summary>Counts the arcs of this satellite.</summary>
    public int Arc { get; set; }

    /// <summary>Whether the arc is not the one before: told by a record.</summary>
    public bool NewArc { get; set; }

    public double WindUp { get; set; }

    public Epoch LastSeen { get; set; }

    // What slips are seen by.
    public double GeometryFree { get; set; } = double.NaN;

    public double GeometryFreeRate { get; set; } = double.NaN;

    public double WideLaneMean { get; set; }

    public int WideLaneCount { get; set; }

    public double CodeMinusPhase { get; set; } = double.NaN;

    public LossOfLock HalfCycles { get; set; }

    public bool EverUsed { get; set; }

    /// <summary>Epochs in a row in which the carrier did not fit.</summary>
    public int Misfits { get; set; }

    // This epoch.
    public double Code { get; set; }

    public double Phase { get; set; }

    /// <summary>Of both codes and carriers, m: for the tests of <see cref="SlipDetector"/>.</summary>
    public (double P1, double P2, double L1, double L2) Measured { get; set; }

    public bool Slipped { get; set; }

    /// <summary>What the receiver says of the two carriers.</summary>
    public (LossOfLock First, LossOfLock Second) Lost { get; set; }

    public TransmitterState State { get; set; }

    public TransmitAntenna Antenna { get; set; } = null!;

    public BodyAxes Axes { get; set; }

    public Vector3d Direction { get; set; }

    public double SinElevation { get; set; }

    public double CodeResidual { get; set; }

    public double PhaseResidual { get; set; }

    public double CodeVariance { get; set; }

    public double PhaseVariance { get; set; }

    public double WetMapping { get; set; }

    public (double North, double East) GradientMapping { get; set; }

    public bool UseCode { get; set; }

    public bool UsePhase { get; set; }
}
