using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Reporting;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Rows of <c>links --what autonomy</c>: the network without the ground, interval after interval.</summary>
internal sealed class AutonomyTable : ILinkTable, IPlottable
{
    private const double Milliarcsecond = Math.PI / (180 * 3600 * 1000.0), Nanosecond = 1e-9 * PhysicalConstants.SpeedOfLight;

    public static LinkTableKind Kind { get; } = new(
        "autonomy",
        "days without the ground: range error of users, split in network, common turn and common time; orbits and clocks alone, now and predicted for two hours; errors of the Earth orientation on board",
        "epoch_gpst,days,ure_m,internal_m,rotation_m,time_m,orbit_m,orbit_internal_m,clock_ns,orbit_2h_m,orbit_internal_2h_m,clock_2h_ns,turn_x_mas,turn_y_mas,turn_z_mas,inertial_rotation_m,common_time_ns,ut1_error_ms,pole_x_error_mas,pole_y_error_mas,links",
        request => new AutonomyTable(request));

    private readonly LinkRequest _request;
    private readonly List<AutonomyRow> _rows = [];

    private AutonomyTable(LinkRequest request) => _request = request;

    public void Write(TableWriter writer, CancellationToken cancel)
    {
        AutonomyStudy study = new(_request.Scenario, _request.Step ?? Duration.FromDays(1), _request.Threads, cancel);
        foreach (AutonomyRow row in study.Run())
        {
            _rows.Add(row);
            UreSplit now = row.Split, ahead = row.Predicted;
            writer.Epoch(row.Epoch).Real(row.Days).Real(now.Total).Real(now.Internal).Real(now.Rotation).Real(now.Time).Real(now.Orbit).Real(now.OrbitInternal).Real(now.Clock / Nanosecond)
                .Real(ahead.Orbit).Real(ahead.OrbitInternal).Real(ahead.Clock / Nanosecond)
                .Real(now.Turn.X / Milliarcsecond).Real(now.Turn.Y / Milliarcsecond).Real(now.Turn.Z / Milliarcsecond).Real(row.Inertial).Real(now.CommonTime / Nanosecond)
                .Real(row.Orientation.Ut1 * 1e3).Real(row.Orientation.PoleX / Milliarcsecond).Real(row.Orientation.PoleY / Milliarcsecond).Real(row.Links).EndRow();
        }
    }

    public RunPlot Plot() => new AutonomyPlot(_rows);

    public void Report(TextWriter people)
    {
        if (_rows.Count == 0)
        {
            people.WriteLine("links: no day without the ground (autonomy.days = 0)");
            return;
        }

        AutonomySummary all = AutonomySummary.Of(_rows);
        people.WriteLine($"links: {_rows[^1].Days:0.#} days without the ground; rms over them: orbit URE {all.Orbit:0.000} m ({all.OrbitInternal:0.000} m without the common turn), clocks {all.Clock / Nanosecond:0.000} ns");
        people.WriteLine($"links: after 2 h of prediction: orbit URE {all.OrbitAhead:0.000} m ({all.OrbitInternalAhead:0.000} m without the common turn), clocks {all.ClockAhead / Nanosecond:0.000} ns");
    }
}
