using System.Globalization;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Reporting;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Rows of <c>links --what budget</c>: every usable link at every epoch in both directions, from the transmitter's power to the noise of the range.</summary>
internal sealed class BudgetTable(LinkSurvey survey, LinkHardware hardware) : ILinkTable, IPlottable
{
    private readonly SortedDictionary<string, LinkBudgetCurve> _curves = new(StringComparer.Ordinal);
    private readonly HashSet<LinkPair> _held = [];

    public static LinkTableKind Kind { get; } = new(
        "budget",
        "every usable link in both directions: radiated power, losses, gain, C/N0, noise of code and carrier ranges, margin; clear sky",
        "epoch_gpst,tx,rx,range_m,scan_tx_deg,scan_rx_deg,eirp_dbw,free_space_loss_db,air_loss_db,gain_dbi,cn0_dbhz,code_noise_m,carrier_noise_m,locked,margin_db",
        Open)
    {
        Text = ["tx", "rx"],
        Integer = ["locked"],
    };

    private static BudgetTable Open(LinkRequest request)
    {
        LinkSurvey survey = LinkSurvey.Open(request);
        LinkPayload payload = survey.System.Payload
            ?? throw LinkSurvey.Wrong("CN4035", "links.payload", "is none: there is no link whose budget could be made", "name one, as in --set links.payload=ka-bds3 ('constellation list payloads' shows all)");
        return new BudgetTable(survey, payload.Hardware
            ?? throw LinkSurvey.Wrong("CN4035", "links.payload", $"'{payload.Name}' states no link budget", "add [carrier], [antenna], [acquisition], [code_loop] and [carrier_loop] to its file"));
    }

    public void Write(TableWriter writer, CancellationToken cancel)
    {
        foreach (Epoch epoch in survey.Epochs(cancel))
        {
            foreach (LinkPair pair in survey.Pairs())
            {
                LinkSight sight = survey.Scene.Between(pair.A, pair.B);
                Row(writer, epoch, pair.A, pair.B, sight);
                Row(writer, epoch, pair.B, pair.A, sight);
            }
        }
    }

    public void Report(TextWriter people)
    {
        survey.Report(people);
        if (_curves.Count == 0)
        {
            people.WriteLine("links: warning CN4034: no link is ever usable, so there is no budget ('--what statistics' shows what is in the way)");
        }

        foreach ((string name, LinkBudgetCurve c) in _curves)
        {
            string F(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
            people.WriteLine(
                $"links: {name} C/N0 {F(c.LeastCarrierToNoise, "0.0")} to {F(c.MostCarrierToNoise, "0.0")} dB-Hz over {F(c.Shortest / 1e3, "0")} to {F(c.Longest / 1e3, "0")} km; "
                + $"code noise {Length(c.LeastCodeNoise)} to {Length(c.MostCodeNoise)}, carrier {Length(c.LeastCarrierNoise)} to {Length(c.MostCarrierNoise)}; least margin {F(c.LeastMargin, "0.0")} dB, {F(100.0 * c.Locked / c.Count, "0.0")} % locked");
        }

        if (hardware.Ground is null && survey.System.Stations.Count > 0)
        {
            people.WriteLine("links: warning CN4036: the payload has no [ground] terminal, so links to anchors have no budget");
        }
    }

    public RunPlot Plot() => new LinkBudgetPlot([.. _curves.Values], Math.Max(hardware.Tracking.AcquisitionThreshold, hardware.Carrier.DataThreshold));

    private void Row(TableWriter writer, Epoch epoch, int transmitter, int receiver, in LinkSight sight)
    {
        LinkPair direction = new(transmitter, receiver);
        LinkBudget b = LinkBudget.Of(survey.System, transmitter, receiver, sight, _held.Contains(direction));
        if (double.IsNaN(b.CarrierToNoise))
        {
            _held.Remove(direction);
            return;
        }

        _ = b.Locked ? _held.Add(direction) : _held.Remove(direction);
        string name = Name(transmitter, receiver);
        if (!_curves.TryGetValue(name, out LinkBudgetCurve? curve))
        {
            _curves.Add(name, curve = new LinkBudgetCurve(name));
        }

        curve.Add(sight.Geometry.Range, b.CarrierToNoise, b.CodeNoise, b.CarrierNoise, b.Margin);
        (double scanT, double scanR) = transmitter < receiver ? (sight.ScanA, sight.ScanB) : (sight.ScanB, sight.ScanA);
        writer.Epoch(epoch).Text(survey.NameOf(transmitter)).Text(survey.NameOf(receiver)).Real(sight.Geometry.Range)
            .Real(double.RadiansToDegrees(scanT)).Real(double.RadiansToDegrees(scanR)).Real(b.Eirp).Real(b.FreeSpaceLoss).Real(b.AtmosphericLoss).Real(b.ReceiveGain)
            .Real(b.CarrierToNoise).Real(b.CodeNoise).Real(b.CarrierNoise).Integer(b.Locked ? 1 : 0).Real(b.Margin).EndRow();
    }

    /// <summary>Kind of link by height, which is what a budget sees: <c>MEO-GSO</c>, <c>anchor to MEO</c>.</summary>
    private string Name(int transmitter, int receiver)
    {
        LinkSystem system = survey.System;
        string Height(int node) => system.Satellites[node].OrbitClass == OrbitClass.Meo ? "MEO" : "GSO";
        return system.IsAnchor(transmitter) ? $"anchor to {Height(receiver)}"
            : system.IsAnchor(receiver) ? $"{Height(transmitter)} to anchor"
            : string.Join('-', new[] { Height(transmitter), Height(receiver) }.OrderDescending(StringComparer.Ordinal));
    }

    private static string Length(double metres) => metres switch
    {
        >= 1 => metres.ToString("0.00", CultureInfo.InvariantCulture) + " m",
        >= 1e-2 => (metres * 1e2).ToString("0.0", CultureInfo.InvariantCulture) + " cm",
        >= 1e-4 => (metres * 1e3).ToString("0.00", CultureInfo.InvariantCulture) + " mm",
        _ => (metres * 1e6).ToString("0.0", CultureInfo.InvariantCulture) + " um",
    };
}
