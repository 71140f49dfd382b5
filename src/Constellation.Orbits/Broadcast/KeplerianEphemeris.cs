using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>A broadcast ephemeris of sixteen Keplerian parameters (eighteen in CNAV): GPS, QZSS, Galileo, BeiDou and NavIC.</summary>
/// <remarks>
/// Position by the user algorithm of [IS-GPS-200] table 20-IV, [Galileo-ICD] 5.1.1, [BDS-ICD-B1I] 5.2.4.12 (with the turn by -5 degrees
/// for geostationary satellites), CNAV rates by [IS-GPS-200] table 30-II. Velocity is the exact derivative of that position.
/// The point is the antenna's phase centre, not the centre of mass. The formula is exact; how well it meets the satellite is the operator's affair.
/// </remarks>
public sealed class KeplerianEphemeris : IOrbit
{
    private static readonly Duration BdtMinusGpst = Duration.FromSeconds(-14);
    private static readonly (double Sin, double Cos) GeoTilt = Math.SinCos(double.DegreesToRadians(-5));

    private readonly BroadcastConstants _constants;
    private readonly double _toeOfWeek;
    private readonly double _meanMotion;
    private readonly double _eccentricityFactor;
    private readonly bool _tilted;

    /// <summary>Made when first asked: many messages of a file never are. Two threads at once make two equal ones.</summary>
    private KeplerianKernel? _kernel;

    /// <param name="system">Decides the constants and, for BeiDou, the week that Omega0 counts from.</param>
    /// <param name="orbitClass">BeiDou <see cref="Orbits.OrbitClass.Geo"/> has its elements on tilted axes; other systems never do.</param>
    /// <param name="toe">Reference epoch.</param>
    /// <param name="parameters">Elements and corrections, radians and metres.</param>
    /// <param name="validity">When it may be asked; four hours each side of toe if not given.</param>
    public KeplerianEphemeris(GnssSystem system, OrbitClass orbitClass, Epoch toe, KeplerianParameters parameters, EpochSpan? validity = null)
    {
        System = system;
        OrbitClass = orbitClass;
        Toe = toe;
        Parameters = parameters;
        Validity = validity ?? new EpochSpan(toe - Duration.FromHours(4), toe + Duration.FromHours(4));
        _constants = BroadcastConstants.For(system);
        _toeOfWeek = TimeOfWeek(system, toe).TotalSeconds;
        double a = parameters.SqrtA * parameters.SqrtA;
        _meanMotion = Math.Sqrt(_constants.GravitationalParameter / (a * a * a)) + parameters.DeltaN;
        _eccentricityFactor = -2 * Math.Sqrt(_constants.GravitationalParameter) * parameters.Eccentricity * parameters.SqrtA / (PhysicalConstants.SpeedOfLight * PhysicalConstants.SpeedOfLight);
        _tilted = system == GnssSystem.BeiDou && orbitClass == OrbitClass.Geo;
    }

    public GnssSystem System { get; }

    public OrbitClass OrbitClass { get; }

    public Epoch Toe { get; }

    public KeplerianParameters Parameters { get; }

    public ReferenceFrame Frame => ReferenceFrame.Itrf;

    public EpochSpan Validity { get; }

    /// <summary>Time of week in the system's own time scale: BDT weeks start 14 s after those of GPST.</summary>
    public static Duration TimeOfWeek(GnssSystem system, Epoch epoch) =>
        (system == GnssSystem.BeiDou ? epoch + BdtMinusGpst : epoch).ToGps().TimeOfWeek;

    /// <summary>The orbit class that elements imply: BeiDou GEO elements have a synchronous axis and, on the tilted axes, an inclination near 5 degrees.</summary>
    public static OrbitClass ClassOf(double sqrtA, double inclination) =>
        sqrtA is < 6400 or > 6600 ? OrbitClass.Meo : Math.Abs(inclination) < double.DegreesToRadians(20) ? OrbitClass.Geo : OrbitClass.Igso;

    public StateVector At(Epoch epoch)
    {
        // Four equal lanes take less than the printed equations take once.
        RequireValid(epoch);
        Kernel().States(
            Vector256.Create((epoch - Toe).TotalSeconds),
            out Vector256<double> x, out Vector256<double> y, out Vector256<double> z, out Vector256<double> vx, out Vector256<double> vy, out Vector256<double> vz);
        return new StateVector(epoch, ReferenceFrame.Itrf, new(x[0], y[0], z[0]), new(vx[0], vy[0], vz[0]));
    }

    /// <summary>State and the relativistic term of the clock as the documents print it.</summary>
    /// <param name="epoch">Any: how far from its reference a message is believed is the affair of who chose it.</param>
    /// <param name="eccentricityOffset">F e sqrt(A) sin E, s, with F = -2 sqrt(mu) / c^2. [IS-GPS-200] 20.3.3.3.3.1, [Galileo-ICD] 5.1.4, [BDS-ICD-B1I] 5.2.4.10.</param>
    /// <remarks>
    /// -2 r.v / c^2 of the state is the same for the bare ellipse; with the harmonics of the message it differs by up to 40 ps, and the operators'
    /// polynomials go with the printed form.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public StateVector At(Epoch epoch, out double eccentricityOffset)
    {
        Kernel().States(
            Vector256.Create((epoch - Toe).TotalSeconds),
            out Vector256<double> x, out Vector256<double> y, out Vector256<double> z,
            out Vector256<double> vx, out Vector256<double> vy, out Vector256<double> vz, out Vector256<double> sinE);
        eccentricityOffset = _eccentricityFactor * sinE[0];
        return new StateVector(epoch, ReferenceFrame.Itrf, new(x[0], y[0], z[0]), new(vx[0], vy[0], vz[0]));
    }

    /// <summary>States at start, start + step, ..., four at a time by <see cref="KeplerianKernel"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An epoch lies outside <see cref="Validity"/>.</exception>
    public void Fill(Epoch start, Duration step, Span<StateVector> states)
    {
        if (states.IsEmpty)
        {
            return;
        }

        Epoch last = start + (step * (states.Length - 1));
        RequireValid(start);
        RequireValid(last);
        KeplerianKernel kernel = Kernel();
        double first = (start - Toe).TotalSeconds, between = step.TotalSeconds;
        Span<double> block = stackalloc double[6 * KeplerianKernel.Lanes];
        Epoch epoch = start;
        for (int i = 0; i < states.Length; i += KeplerianKernel.Lanes)
        {
            Vector256<double> tk = Vector256.Create(first) + (between * Vector256.Create(i, i + 1.0, i + 2.0, i + 3.0));
            kernel.States(tk, out Vector256<double> x, out Vector256<double> y, out Vector256<double> z, out Vector256<double> vx, out Vector256<double> vy, out Vector256<double> vz);
            x.CopyTo(block);
            y.CopyTo(block[4..]);
            z.CopyTo(block[8..]);
            vx.CopyTo(block[12..]);
            vy.CopyTo(block[16..]);
            vz.CopyTo(block[20..]);
            int count = Math.Min(KeplerianKernel.Lanes, states.Length - i);
            for (int lane = 0; lane < count; lane++)
            {
                states[i + lane] = new StateVector(epoch, ReferenceFrame.Itrf, new(block[lane], block[4 + lane], block[8 + lane]), new(block[12 + lane], block[16 + lane], block[20 + lane]));
                epoch += step;
            }
        }
    }

    /// <summary>Positions and velocities at many times of one grid, each coordinate in an array of its own: the fastest form.</summary>
    /// <param name="start">Epoch of the first element.</param>
    /// <param name="step">Interval.</param>
    /// <param name="positions">x, y and z one after the other, m: three times the number of epochs.</param>
    /// <param name="velocities">The same in m/s; empty where velocities are not wanted.</param>
    /// <exception cref="ArgumentOutOfRangeException">An epoch lies outside <see cref="Validity"/>.</exception>
    public void FillColumns(Epoch start, Duration step, Span<double> positions, Span<double> velocities)
    {
        int n = positions.Length / 3;
        if (positions.Length != 3 * n || (velocities.Length != 0 && velocities.Length != positions.Length))
        {
            throw new ArgumentException($"{positions.Length} position and {velocities.Length} velocity coordinates are not three of each epoch", nameof(positions));
        }

        if (n == 0)
        {
            return;
        }

        RequireValid(start);
        RequireValid(start + (step * (n - 1)));
        KeplerianKernel kernel = Kernel();
        double first = (start - Toe).TotalSeconds, between = step.TotalSeconds;
        Span<double> tail = stackalloc double[KeplerianKernel.Lanes];
        for (int i = 0; i < n; i += KeplerianKernel.Lanes)
        {
            Vector256<double> tk = Vector256.Create(first) + (between * Vector256.Create(i, i + 1.0, i + 2.0, i + 3.0));
            kernel.States(tk, out Vector256<double> x, out Vector256<double> y, out Vector256<double> z, out Vector256<double> vx, out Vector256<double> vy, out Vector256<double> vz);
            Store(x, positions, i, n, tail);
            Store(y, positions[n..], i, n, tail);
            Store(z, positions[(2 * n)..], i, n, tail);
            if (!velocities.IsEmpty)
            {
                Store(vx, velocities, i, n, tail);
                Store(vy, velocities[n..], i, n, tail);
                Store(vz, velocities[(2 * n)..], i, n, tail);
            }
        }

        static void Store(Vector256<double> value, Span<double> column, int at, int count, Span<double> tail)
        {
            if (at + KeplerianKernel.Lanes <= count)
            {
                value.CopyTo(column[at..]);
                return;
            }

            value.CopyTo(tail);
            tail[..(count - at)].CopyTo(column[at..]);
        }
    }

    /// <summary>ITRF positions at any times after toe, whatever the validity: for fits.</summary>
    internal void PositionsAfterToe(ReadOnlySpan<double> tk, Span<Vector3d> positions)
    {
        KeplerianKernel kernel = Kernel();
        for (int i = 0; i < tk.Length; i += KeplerianKernel.Lanes)
        {
            int last = tk.Length - 1;
            Vector256<double> four = Vector256.Create(tk[i], tk[Math.Min(i + 1, last)], tk[Math.Min(i + 2, last)], tk[Math.Min(i + 3, last)]);
            kernel.States(four, out Vector256<double> x, out Vector256<double> y, out Vector256<double> z, out _, out _, out _);
            for (int lane = 0; lane < Math.Min(KeplerianKernel.Lanes, tk.Length - i); lane++)
            {
                positions[i + lane] = new Vector3d(x[lane], y[lane], z[lane]);
            }
        }
    }

    private KeplerianKernel Kernel()
    {
        double earthRate = _constants.EarthRotationRate;
        return _kernel ??= new KeplerianKernel(
            Parameters, _meanMotion, Parameters.Omega0 - (earthRate * _toeOfWeek), _tilted ? Parameters.OmegaDot : Parameters.OmegaDot - earthRate, earthRate, _tilted);
    }

    private void RequireValid(Epoch epoch)
    {
        if (!Validity.Contains(epoch))
        {
            throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"the ephemeris of {Toe} may be asked from {Validity.First} to {Validity.Last}");
        }
    }

    /// <summary>Mean motion of the axis alone, without delta n, rad/s.</summary>
    internal double UncorrectedMotion => _meanMotion - Parameters.DeltaN;

    internal double EccentricAnomalyAfterToe(double tk) =>
        EccentricAnomaly(Parameters.M0 + ((_meanMotion + (0.5 * Parameters.DeltaNDot * tk)) * tk), Parameters.Eccentricity);

    /// <summary>Longitude of the ascending node on the axes of the orbit's elements, rad.</summary>
    internal double NodeAfterToe(double tk)
    {
        double earthRate = _constants.EarthRotationRate, rate = _tilted ? Parameters.OmegaDot : Parameters.OmegaDot - earthRate;
        return Parameters.Omega0 + (rate * tk) - (earthRate * _toeOfWeek);
    }

    /// <summary>A direction on those axes as one on Earth-fixed ones.</summary>
    internal Vector3d ToEarthFixed(Vector3d v, double tk) => _tilted ? FromTiltedAxes(v, default, _constants.EarthRotationRate, tk).Position : v;

    /// <summary>ITRF position and velocity <paramref name="tk"/> seconds after toe: the equations as printed, which the kernel is held against.</summary>
    internal (Vector3d Position, Vector3d Velocity) StateAfterToe(double tk)
    {
        KeplerianParameters p = Parameters;
        double e = p.Eccentricity;
        double a = (p.SqrtA * p.SqrtA) + (p.ADot * tk);
        double meanRate = _meanMotion + (p.DeltaNDot * tk);

        (double sinE, double cosE) = Math.SinCos(EccentricAnomalyAfterToe(tk));
        double oneMinusECosE = 1 - (e * cosE);
        double root = Math.Sqrt(1 - (e * e));
        double anomalyRate = meanRate / oneMinusECosE;
        double phi = Math.Atan2(root * sinE, cosE - e) + p.ArgumentOfPerigee;
        double phiRate = root * anomalyRate / oneMinusECosE;

        (double s2, double c2) = Math.SinCos(2 * phi);
        double u = phi + (p.Cus * s2) + (p.Cuc * c2);
        double r = (a * oneMinusECosE) + (p.Crs * s2) + (p.Crc * c2);
        double i = p.I0 + (p.IDot * tk) + (p.Cis * s2) + (p.Cic * c2);
        double uRate = phiRate * (1 + (2 * ((p.Cus * c2) - (p.Cuc * s2))));
        double rRate = (p.ADot * oneMinusECosE) + (a * e * sinE * anomalyRate) + (2 * phiRate * ((p.Crs * c2) - (p.Crc * s2)));
        double iRate = p.IDot + (2 * phiRate * ((p.Cis * c2) - (p.Cic * s2)));

        double earthRate = _constants.EarthRotationRate;
        double nodeRate = _tilted ? p.OmegaDot : p.OmegaDot - earthRate;
        (double sinNode, double cosNode) = Math.SinCos(NodeAfterToe(tk));
        (double sinU, double cosU) = Math.SinCos(u);
        (double sinI, double cosI) = Math.SinCos(i);
        (double xp, double yp) = (r * cosU, r * sinU);
        (double xpRate, double ypRate) = ((rRate * cosU) - (yp * uRate), (rRate * sinU) + (xp * uRate));

        double x = (xp * cosNode) - (yp * cosI * sinNode);
        double y = (xp * sinNode) + (yp * cosI * cosNode);
        double inPlane = (ypRate * cosI) - (yp * sinI * iRate);
        Vector3d position = new(x, y, yp * sinI);
        Vector3d velocity = new(
            (xpRate * cosNode) - (inPlane * sinNode) - (nodeRate * y),
            (xpRate * sinNode) + (inPlane * cosNode) + (nodeRate * x),
            (ypRate * sinI) + (yp * cosI * iRate));
        return _tilted ? FromTiltedAxes(position, velocity, earthRate, tk) : (position, velocity);
    }

    /// <summary>[BDS-ICD-B1I] 5.2.4.12: X = Rz(omega_e tk) Rx(-5 deg) X_GK.</summary>
    private static (Vector3d Position, Vector3d Velocity) FromTiltedAxes(Vector3d position, Vector3d velocity, double earthRate, double tk)
    {
        (double s, double c) = Math.SinCos(earthRate * tk);
        Vector3d turned = Turn(position);
        return (turned, Turn(velocity) - new Vector3d(-earthRate * turned.Y, earthRate * turned.X, 0));

        Vector3d Turn(Vector3d v)
        {
            double y = (GeoTilt.Cos * v.Y) + (GeoTilt.Sin * v.Z);
            double z = (GeoTilt.Cos * v.Z) - (GeoTilt.Sin * v.Y);
            return new((c * v.X) + (s * y), (c * y) - (s * v.X), z);
        }
    }

    private static double EccentricAnomaly(double meanAnomaly, double e)
    {
        double m = Math.IEEERemainder(meanAnomaly, Math.Tau);
        double anomaly = m + (e * Math.Sin(m));
        for (int iteration = 0; iteration < 20; iteration++)
        {
            (double s, double c) = Math.SinCos(anomaly);
            double step = (anomaly - (e * s) - m) / (1 - (e * c));
            anomaly -= step;
            if (Math.Abs(step) < 1e-15)
            {
                break;
            }
        }

        return anomaly;
    }
}
