using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Tests.Orbits.Numerical.Forces;

public class RelativityTests
{
    private const double Gm = PhysicalConstants.EarthGravitationalParameter;

    /// <summary>Perigee moves by 6 pi GM / (c^2 a (1 - e^2)) a revolution, exactly to first order in 1/c^2.</summary>
    [Fact]
    public void Schwarzschild_moves_the_perigee_as_Einstein_says()
    {
        const double a = 2.66e7, e = 0.2;
        // In two days of two-body motion plus the term, made 1e5 times as strong by an Earth of that many times the mass squared over c^2.
        StateVector begin = new(Epoch.J2000, ReferenceFrame.Gcrf, new(a * (1 - e), 0, 0), new(0, Math.Sqrt(Gm / a * (1 + e) / (1 - e)), 0));
        double revolution = Math.Tau * Math.Sqrt(a * a * a / Gm);
        StateVector end = NumericalPropagator.PropagateTo(begin, Epoch.J2000 + Duration.FromSeconds(200 * revolution), new(EarthOrientation.BuiltIn, new PointMass(), new SchwarzschildOnly()));
        Vector3d laplace = (end.Velocity.Cross(end.Position.Cross(end.Velocity)) / Gm) - end.Position.Unit();
        double expected = 200 * 6 * Math.PI * Gm / (PhysicalConstants.SpeedOfLight * PhysicalConstants.SpeedOfLight * a * (1 - (e * e)));
        // The osculating perigee wobbles within a revolution by GM/(c^2 p) times some units: half a percent after 200 of them.
        Check.Within(Tolerance.Of(0.01 * expected, "rad", "wobble within a revolution"), expected, Math.Atan2(laplace.Y, laplace.X), "perigee");
    }

    /// <summary>The node of LAGEOS (12270 km, polar enough) moves by 2 GM J / (c^2 a^3): 31 mas a year, the figure of its measurements.</summary>
    [Fact]
    public void Lense_Thirring_turns_the_node_of_Lageos()
    {
        const double a = 1.227e7;
        // Torque on an orbit in the x z plane, averaged over a revolution: dh/dt = r x a; the node moves by dh along x over h.
        double sum = 0, h = Math.Sqrt(Gm * a);
        Relativity relativity = new();
        const int steps = 360;
        for (int i = 0; i < steps; i++)
        {
            (double s, double c) = Math.SinCos(Math.Tau * i / steps);
            Vector3d r = a * new Vector3d(c, 0, s), v = Math.Sqrt(Gm / a) * new Vector3d(-s, 0, c);
            sum += r.Cross(relativity.LenseThirring(r, v)).X / steps;
        }

        // h = r x v points to -y: turning about z by dO moves it by h dO along +x.
        double perYear = sum / h * 365.25 * 86400 / Angles.Arcsecond * 1000;
        Check.Within(Tolerance.Of(0.5, "mas/yr", "the figure is printed as 31"), 31, perYear, "node");
    }

    /// <summary>19.2 mas a year about the pole of the ecliptic: a = 2 Omega x v.</summary>
    [Fact]
    public void De_Sitter_turns_by_19_mas_a_year()
    {
        Vector3d v = new(0, 0, 1);
        Vector3d turn = Relativity.DeSitter(new(PhysicalConstants.AstronomicalUnit, 0, 0), v);
        double angle = 84381.406 * Angles.Arcsecond;
        // Omega x z = Omega (-sin eps e_y + cos eps e_z) x e_z = -Omega sin eps e_x.
        double perYear = -turn.X / (2 * Math.Sin(angle)) * 365.25 * 86400 / Angles.Arcsecond * 1000;
        Check.Within(Tolerance.Of(0.05, "mas/yr", "the figure is printed as 19.2"), 19.2, perYear, "geodesic precession");
    }

    private sealed class SchwarzschildOnly : IForce
    {
        private readonly Relativity _relativity = new();

        public ForceNeeds Needs => ForceNeeds.None;

        public Vector3d Acceleration(in ForceContext context) => _relativity.Schwarzschild(context.Position, context.Velocity);

        public Matrix3d Gradient(in ForceContext context) => default;
    }
}
