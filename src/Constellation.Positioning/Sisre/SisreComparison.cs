using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Positioning;

/// <summary>Broadcast orbits and clocks against precise ones, as a user with an ionosphere-free receiver meets them.</summary>
/// <remarks>
/// <para>Conventions, [Montenbruck15] [Montenbruck18]: errors are broadcast minus precise. The precise centre of mass is moved to the point that
/// the operator's ephemeris describes by the nominal attitude; where the product's antenna lies elsewhere, the difference along the nadir goes
/// into the clock, since an operator's clock follows from ranges computed with the operator's antenna.</para>
/// <para>Clocks meet on the product's ionosphere-free pair: group delays by <see cref="GroupDelays"/>. Relativity is the same on both sides, from
/// the precise orbit. System time differs between broadcast and product: at every epoch the median of c dT - w_R R over a group
/// is its datum. The message is the one a receiver had then, never a later one.</para>
/// </remarks>
public sealed class SisreComparison
{
    private const int FewestForDatum = 3;

    private static readonly IonosphereFree GlonassPair = new(Carriers.Frequency(GnssSystem.Glonass, '1'), Carriers.Frequency(GnssSystem.Glonass, '2'));

    private readonly NavigationMessages _messages;
    private readonly IReadOnlyDictionary<SatelliteId, PreciseSatellite> _precise;
    private readonly Func<SatelliteId, Epoch, AntennaOffset> _antennas;

    public SisreComparison(
        NavigationMessages messages, IReadOnlyDictionary<SatelliteId, PreciseSatellite> precise, Func<SatelliteId, Epoch, AntennaOffset> antennas)
    {
        _messages = messages;
        _precise = precise;
        _antennas = antennas;
    }

    public MessageRule Rule { get; init; } = MessageRule.Default;

    /// <summary>
    /// Greatest distance from a message's reference epoch. A user in view gets the next message when it comes; a station's file lacks what was
    /// sent below its horizon, and an old message would then be blamed on the satellite. Galileo renews within the hour, BeiDou every hour.
    /// </summary>
    public Func<GnssSystem, Duration> LargestAge { get; init; } = static system => system switch
    {
        GnssSystem.Galileo => Duration.FromMinutes(60),
        GnssSystem.BeiDou => Duration.FromMinutes(65),
        _ => MessageRule.DefaultAge(system),
    };

    /// <summary>A sample above this (m) is a manoeuvre, a wrong message or a broken product, and is counted, not averaged.</summary>
    public double OutlierLimit { get; init; } = 15.0;

    /// <summary>All epochs.</summary>
    /// <param name="epochs">When.</param>
    /// <param name="each">Told every sample that counts, with both sides.</param>
    public SisreReport Compare(IEnumerable<Epoch> epochs, Action<Epoch, ComparedSatellite>? each = null)
    {
        List<SisreSample> samples = [];
        SortedDictionary<SatelliteId, int> outliers = [];
        foreach (Epoch epoch in epochs)
        {
            foreach (ComparedSatellite c in At(epoch))
            {
                SignalInSpaceError error = c.Error;
                double sisre = error.Sisre(c.Weights);
                if (sisre > OutlierLimit)
                {
                    outliers[c.State.Id] = outliers.GetValueOrDefault(c.State.Id) + 1;
                    continue;
                }

                each?.Invoke(epoch, c);
                samples.Add(SisreSample.Of(epoch, c.State.Id, c.Reported, c.State.AgeSeconds, error, c.Weights, c.State.TruthPosition.Vector.Norm));
            }
        }

        return SisreReport.Of(samples, outliers);
    }

    /// <summary>Every satellite that has a message and a precise orbit and clock, the datum of its group removed; a group of fewer than three has none and is left out.</summary>
    public IReadOnlyList<ComparedSatellite> At(Epoch epoch)
    {
        List<ComparedSatellite> compared = [];
        foreach (IGrouping<string, ComparedSatellite> group in _precise.Keys.Order().Select(id => Form(id, epoch)).OfType<ComparedSatellite>().GroupBy(r => r.Group))
        {
            if (group.Count() >= FewestForDatum)
            {
                double datum = Median.Of(group.Select(c => c.Error.Clock - (c.Weights.Radial * c.Error.Radial))) / PhysicalConstants.SpeedOfLight;
                compared.AddRange(group.Select(c => c with { State = c.State with { TruthClock = c.State.TruthClock + datum } }));
            }
        }

        return compared;
    }

    private ComparedSatellite? Form(SatelliteId id, Epoch epoch)
    {
        if (_messages.Select(id, epoch, Rule with { LargestAge = LargestAge(id.System) }) is not { } message || !message.Ephemeris.Validity.Contains(epoch)
            || !_precise[id].Orbit.TryAt(epoch, out StateVector truth) || !_precise[id].Clock.TryAt(epoch, out Clocks.ClockState clock))
        {
            return null;
        }

        AntennaOffset antenna = _antennas(id, epoch);
        Vector3d reference = truth.Position + SatelliteBody.ToItrf(antenna.Broadcast, id, truth);
        double antennaDelay = (antenna.Product.Z - antenna.Broadcast.Z) / PhysicalConstants.SpeedOfLight;

        // A message without the eccentricity term has it in its polynomial (GLONASS); else the same value enters both sides.
        StateVector broadcast = message.Ephemeris.At(epoch);
        double relativity = -2.0 * truth.Position.Dot(truth.Velocity) / (PhysicalConstants.SpeedOfLight * PhysicalConstants.SpeedOfLight);
        double broadcastClock = message.Clock.At(epoch).Offset + PairDelay(message, antenna) + (message.AddRelativisticEccentricity ? relativity : 0.0);
        SatelliteEpochState state = new(
            id, new(reference), truth.Velocity, clock.Offset + relativity + antennaDelay, new(broadcast.Position), broadcast.Velocity, broadcastClock,
            Usable: true, (epoch - message.EphemerisReference).TotalSeconds);

        OrbitClass orbit = message.Ephemeris is KeplerianEphemeris kepler ? kepler.OrbitClass : OrbitClass.Meo;
        string group = GroupOf(id, antenna);
        return new(state, group, group + (orbit == OrbitClass.Geo ? " GEO" : ""), SisreWeights.For(id.System, orbit));
    }

    /// <summary>
    /// Group delay from the message's clock to the pair that products use: L1/L2 P, E1/E5a, B1I/B3I, G1/G2. The clock of GLONASS is that of L1 [GLONASS-ICD] 4.4;
    /// the pair adds B delta tau_n, one and a half times the delay of L2.
    /// </summary>
    private static double PairDelay(NavigationMessage message, AntennaOffset satellite) => message.Satellite.System switch
    {
        GnssSystem.Gps => GroupDelays.ForPair(message, "1W", "2W"),
        GnssSystem.Galileo => GroupDelays.ForPair(message, "1C", "5Q"),
        GnssSystem.BeiDou => GroupDelays.ForPair(message, "2I", "6I"),
        GnssSystem.Glonass when message.GroupDelays.ContainsKey("DeltaTau") => GroupDelays.ForPair(message, "1C", "2C"),
        GnssSystem.Glonass when !double.IsNaN(satellite.SecondDelay) => GlonassPair.Combine(0.0, -satellite.SecondDelay),
        _ => 0.0,
    };

    /// <summary>BeiDou generations have a datum each: their products differ by receiver biases of a metre.</summary>
    private static string GroupOf(SatelliteId id, AntennaOffset antenna) => id.System == GnssSystem.BeiDou
        ? (antenna.Block.StartsWith("BDS-2", StringComparison.Ordinal) ? "BDS-2" : "BDS-3")
        : id.System switch { GnssSystem.Gps => "GPS", GnssSystem.Galileo => "Galileo", GnssSystem.Glonass => "GLONASS", GnssSystem.Qzss => "QZSS", _ => id.System.ToString() };
}
