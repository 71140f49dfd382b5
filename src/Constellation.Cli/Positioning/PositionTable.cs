using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Positioning;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Rows of the <c>position</c> verb: one for every epoch of the file, solved or not.</summary>
internal sealed class PositionTable(PositionSession session, PositionRequest request, bool velocity)
{
    public const string Header = "epoch_gpst,x_m,y_m,z_m,lat_deg,lon_deg,height_m,clock_s,n_sat,gdop,pdop,hdop,vdop,tdop,sigma_x_m,sigma_y_m,sigma_z_m,status";

    public const string VelocityHeader = ",vx_mps,vy_mps,vz_mps,clock_drift";

    public const string ZenithHeader = ",ztd_m,sigma_ztd_m,gradient_north_m,gradient_east_m";

    public PositionSummary Summary { get; } = new(session.Reference, request.KeepResiduals);

    /// <summary>Systems that gave nothing; null in the precise modes, whose engine tells it by satellite.</summary>
    public SystemUse? Use { get; } = session.Receiver is PppReceiver ? null : new(request, session);

    /// <summary>Steps of the grid that are gone through one by one over a gap.</summary>
    private const double MostSteps = 1e6;

    /// <summary>The file of the observations first.</summary>
    public IEnumerable<string> Inputs =>
    [
        request.Observations, .. request.Navigation, .. request.Orbits, .. request.Clocks, .. request.Biases, .. request.IonosphereMaps,
        .. ((string?[])[request.Antennas, request.Attitudes, request.EarthRotation, request.OceanLoading, request.Base]).OfType<string>().Where(f => f != PositionProducts.NoOffsets),
    ];

    public SolutionQuality Quality => request.Mode switch
    {
        "dgnss" => SolutionQuality.Differential,
        "ppp-static" or "ppp-kinematic" => SolutionQuality.Precise,
        _ => SolutionQuality.Single,
    };

    /// <summary>Of the corrections in use, s.</summary>
    public double Age => session.Receiver is DifferentialReceiver differential ? differential.Age : 0;

    /// <summary>Satellites of the epoch given last.</summary>
    public PreparedEpoch Prepared => session.Receiver.Prepared;

    public TableColumn[] Columns() => TableColumn.From(Header + (velocity ? VelocityHeader : "") + (request.Zenith ? ZenithHeader : ""));

    /// <summary>Solves the epochs of the file in order.</summary>
    public IEnumerable<ReceiverFix> Solve(CancellationToken cancel)
    {
        ObservationEpoch epoch = new();
        ReceiverDescription who = session.Source.Receiver;
        Epoch? next = null, first = null;
        int outsideMaps = 0;
        PositionProgress progress = new();
        bool precise = session.Receiver is PppReceiver, smoothed = session.Receiver is PppReceiver { Smooths: true };
        while (session.Source.TryRead(epoch))
        {
            cancel.ThrowIfCancellationRequested();
            if (!ReferenceEquals(who, session.Source.Receiver))
            {
                who = session.Source.Receiver;
                session.Receiver.Reset();
                Summary.NewSetUp();
            }

            if (epoch.Time < request.Start || epoch.Time > request.Stop || epoch.Time < next)
            {
                continue;
            }

            first ??= epoch.Time;
            next = request.Step is { } step ? (next ?? epoch.Time) + step : null;
            if (next is { } due && request.Step is { } by && (epoch.Time - due).TotalSeconds / by.TotalSeconds > MostSteps)
            {
                // So fine a grid has no phase that matters.
                next = epoch.Time + by;
            }

            while (next <= epoch.Time && request.Step is { } ahead)
            {
                cancel.ThrowIfCancellationRequested();
                next += ahead;
            }

            ReceiverFix fix = session.Receiver.Solve(epoch);
            if (smoothed)
            {
                continue;
            }

            Use?.Add(epoch, session.Receiver.Prepared, fix.HasPosition);
            if (!precise && !session.MapsReach(fix.Time))
            {
                outsideMaps++;
                fix = fix is { HasPosition: false, Status: ReceiverStatus.TooFewSatellites } ? fix with { Status = ReceiverStatus.NoModel } : fix;
            }

            Summary.Add(fix, session.Receiver.Prepared);
            progress.Tell(fix.Time, Summary.Epochs);
            yield return fix;
        }

        progress.End();

        if (session.Receiver is PppReceiver { Smooths: true } twice)
        {
            foreach (ReceiverFix fix in twice.Smoothed())
            {
                Summary.Add(fix, session.Receiver.Prepared);
                yield return fix;
            }
        }

        Summary.Lost = session.Source.EpochsLost;
        session.RequireCoverage(Summary, outsideMaps, first ?? default, Use);
    }

    public void Write(TableWriter writer, CancellationToken cancel)
    {
        foreach (ReceiverFix fix in Solve(cancel))
        {
            GeodeticPoint place = fix.HasPosition ? Ellipsoid.Wgs84.ToGeodetic(fix.Position) : new(double.NaN, double.NaN, double.NaN);
            writer.Epoch(fix.Time).Real(fix.Position.X).Real(fix.Position.Y).Real(fix.Position.Z)
                .Real(place.LatitudeDeg).Real(place.LongitudeDeg).Real(place.Height).Real(fix.ClockOffset).Integer(fix.Satellites)
                .Real(fix.Dop.Gdop).Real(fix.Dop.Pdop).Real(fix.Dop.Hdop).Real(fix.Dop.Vdop).Real(fix.Dop.Tdop)
                .Real(Math.Sqrt(fix.Covariance.Xx)).Real(Math.Sqrt(fix.Covariance.Yy)).Real(Math.Sqrt(fix.Covariance.Zz)).Text(fix.Status.Name());
            if (velocity)
            {
                writer.Real(fix.Velocity.X).Real(fix.Velocity.Y).Real(fix.Velocity.Z).Real(fix.ClockDrift);
            }

            if (request.Zenith)
            {
                ZenithEstimate air = fix.Zenith ?? new(double.NaN, double.NaN, double.NaN, double.NaN);
                writer.Real(air.Delay).Real(air.Sigma).Real(air.North).Real(air.East);
            }

            writer.EndRow();
        }
    }
}
