using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>The unknowns of a Keplerian fit, as departures from the osculating ellipse at toe, each scaled to move the orbit by about a metre.</summary>
internal sealed class KeplerianUnknowns
{
    /// <summary>Of the sixteen-parameter form; the other has two more.</summary>
    private const int FewestCount = 15;

    /// <summary>Harmonics may grow to some hundred metres and rates to their physical size at the cost of a millimetre of misfit.</summary>
    private const double Misfit = 1e-3;
    private const double HarmonicSize = 500;

    private readonly GnssSystem _system;
    private readonly OrbitClass _orbitClass;
    private readonly Epoch _toe;
    private readonly EpochSpan _validity;
    private readonly double _axis;
    private readonly double _eccentricityX;
    private readonly double _eccentricityY;
    private readonly double _latitude;
    private readonly double _inclination;
    private readonly double _node;
    private readonly double _nodeRate;
    private readonly double _seconds;

    public KeplerianUnknowns(GnssSystem system, OrbitClass orbitClass, EphemerisForm form, Epoch toe, StateVector itrfAtToe, EpochSpan span)
    {
        Count = form == EphemerisForm.Eighteen ? FewestCount + 2 : FewestCount;
        BroadcastConstants constants = BroadcastConstants.For(system);
        bool tilted = system == GnssSystem.BeiDou && orbitClass == OrbitClass.Geo;
        (_system, _orbitClass, _toe) = (system, orbitClass, toe);
        _validity = new EpochSpan(Earlier(span.First, toe - Duration.FromHours(4)), Later(span.Last, toe + Duration.FromHours(4)));
        _seconds = Math.Max((span.Last - span.First).TotalSeconds / 2, 600);

        // Axes that stand still with the Earth's axes at toe; a geostationary orbit is turned by +5 degrees about x.
        Vector3d position = itrfAtToe.Position;
        Vector3d velocity = itrfAtToe.Velocity + new Vector3d(0, 0, constants.EarthRotationRate).Cross(position);
        if (tilted)
        {
            Matrix3d turn = Matrix3d.R1(double.DegreesToRadians(5));
            (position, velocity) = (turn * position, turn * velocity);
        }

        double mu = constants.GravitationalParameter;
        Vector3d momentum = position.Cross(velocity);
        _axis = 1 / ((2 / position.Norm) - (velocity.NormSquared / mu));
        _inclination = Math.Atan2(Math.Sqrt((momentum.X * momentum.X) + (momentum.Y * momentum.Y)), momentum.Z);
        double node = Math.Atan2(momentum.X, -momentum.Y);
        Vector3d towardsNode = new(Math.Cos(node), Math.Sin(node), 0), ahead = momentum.Unit().Cross(towardsNode);
        Vector3d eccentricity = (velocity.Cross(momentum) / mu) - position.Unit();
        _eccentricityX = eccentricity.Dot(towardsNode);
        _eccentricityY = eccentricity.Dot(ahead);
        double e = eccentricity.Norm;
        double perigee = Math.Atan2(_eccentricityY, _eccentricityX);
        double argument = Math.Atan2(position.Dot(ahead), position.Dot(towardsNode));
        double eccentricAnomaly = 2 * Math.Atan(Math.Sqrt((1 - e) / (1 + e)) * Math.Tan((argument - perigee) / 2));
        _latitude = perigee + eccentricAnomaly - (e * Math.Sin(eccentricAnomaly));
        _node = node + (constants.EarthRotationRate * KeplerianEphemeris.TimeOfWeek(system, toe).TotalSeconds);

        // Secular drift of the node by the Earth's flattening; on tilted axes it means nothing.
        double motion = Math.Sqrt(mu / (_axis * _axis * _axis));
        double flattening = 6_378_137 / (_axis * (1 - (e * e)));
        _nodeRate = tilted ? 0 : -1.5 * 1.0826e-3 * motion * flattening * flattening * Math.Cos(_inclination);

        double weight = Misfit * Misfit;
        double harmonic = weight / (HarmonicSize * HarmonicSize);
        Pull =
        [
            0, 0, 0, 0, 0, 0,
            weight / Square(4e-9 * _axis * _seconds), weight / Square(1e-8 * _axis * _seconds), weight / Square(1e-9 * _axis * _seconds),
            harmonic, harmonic, harmonic, harmonic, harmonic, harmonic,
            weight / Square(0.02 * _seconds), weight / Square(0.5e-13 * _axis * _seconds * _seconds),
        ];
        Pull = Pull[..Count];
    }

    public int Count { get; }

    /// <summary>Weights that keep what the data do not tell near its start.</summary>
    public double[] Pull { get; }

    /// <summary>Weights that hold all but the three angles that place the orbit in space: argument of latitude, inclination, node.</summary>
    public double[] HoldAllButAngles(double held) => [.. Enumerable.Range(0, Count).Select(k => k is 3 or 4 or 5 ? 0 : held)];

    public KeplerianEphemeris ToEphemeris(ReadOnlySpan<double> p)
    {
        double perMetre = 1 / _axis, ratePerMetre = perMetre / _seconds;
        double x = _eccentricityX + (p[1] * perMetre), y = _eccentricityY + (p[2] * perMetre);
        double perigee = Math.Atan2(y, x);
        return new KeplerianEphemeris(
            _system,
            _orbitClass,
            _toe,
            new KeplerianParameters
            {
                SqrtA = Math.Sqrt(_axis + p[0]),
                Eccentricity = Math.Sqrt((x * x) + (y * y)),
                ArgumentOfPerigee = perigee,
                M0 = Math.IEEERemainder(_latitude + (p[3] * perMetre) - perigee, Math.Tau),
                I0 = _inclination + (p[4] * perMetre),
                Omega0 = Math.IEEERemainder(_node + (p[5] * perMetre), Math.Tau),
                DeltaN = p[6] * ratePerMetre,
                OmegaDot = _nodeRate + (p[7] * ratePerMetre),
                IDot = p[8] * ratePerMetre,
                Cuc = p[9] * perMetre,
                Cus = p[10] * perMetre,
                Crc = p[11],
                Crs = p[12],
                Cic = p[13] * perMetre,
                Cis = p[14] * perMetre,
                ADot = Count > FewestCount ? p[15] / _seconds : 0,
                DeltaNDot = Count > FewestCount ? p[16] * 2 * ratePerMetre / _seconds : 0,
            },
            _validity);
    }

    /// <summary>What one unit of each unknown is of the parameter of <see cref="KeplerianPartials"/> in its place.</summary>
    public double[] Units
    {
        get
        {
            double perMetre = 1 / _axis, ratePerMetre = perMetre / _seconds;
            double[] units =
            [
                1, perMetre, perMetre, perMetre, perMetre, perMetre, ratePerMetre, ratePerMetre, ratePerMetre,
                perMetre, perMetre, 1, 1, perMetre, perMetre, 1 / _seconds, 2 * ratePerMetre / _seconds,
            ];
            return units[..Count];
        }
    }

    /// <summary>The unknowns of given parameters: what <see cref="ToEphemeris"/> undoes.</summary>
    public void FromParameters(in KeplerianParameters k, Span<double> p)
    {
        double perMetre = 1 / _axis, ratePerMetre = perMetre / _seconds;
        (double sin, double cos) = Math.SinCos(k.ArgumentOfPerigee);
        p[0] = (k.SqrtA * k.SqrtA) - _axis;
        p[1] = ((k.Eccentricity * cos) - _eccentricityX) / perMetre;
        p[2] = ((k.Eccentricity * sin) - _eccentricityY) / perMetre;
        p[3] = Math.IEEERemainder(k.M0 + k.ArgumentOfPerigee - _latitude, Math.Tau) / perMetre;
        p[4] = (k.I0 - _inclination) / perMetre;
        p[5] = Math.IEEERemainder(k.Omega0 - _node, Math.Tau) / perMetre;
        p[6] = k.DeltaN / ratePerMetre;
        p[7] = (k.OmegaDot - _nodeRate) / ratePerMetre;
        p[8] = k.IDot / ratePerMetre;
        (p[9], p[10], p[11], p[12], p[13], p[14]) = (k.Cuc / perMetre, k.Cus / perMetre, k.Crc, k.Crs, k.Cic / perMetre, k.Cis / perMetre);
        if (Count > FewestCount)
        {
            p[15] = k.ADot * _seconds;
            p[16] = k.DeltaNDot * _seconds / (2 * ratePerMetre);
        }
    }

    private static double Square(double x) => x * x;

    private static Epoch Earlier(Epoch a, Epoch b) => a < b ? a : b;

    private static Epoch Later(Epoch a, Epoch b) => a > b ? a : b;
}
