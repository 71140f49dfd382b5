using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Simulation;

/// <summary>Errors of predicted Earth orientation from the last upload on: none before it, then a value a day, linear in between.</summary>
/// <remarks>Within the first day the line lies below the law of growth, by a tenth of the first day's error at most.</remarks>
public sealed class OrientationErrors
{
    /// <summary>Days before the upload over which <see cref="OrientationPrediction.Linear"/> measures the rate.</summary>
    public const int RateDays = 10;

    private const double Day = 86_400;

    private readonly Epoch _upload;
    private readonly double[] _ut1, _poleX, _poleY;

    private OrientationErrors(Epoch upload, double[] ut1, double[] poleX, double[] poleY) => (_upload, _ut1, _poleX, _poleY) = (upload, ut1, poleX, poleY);

    /// <summary>A drawn error that grows as <see cref="BulletinA"/> says.</summary>
    /// <param name="upload">Last upload.</param>
    /// <param name="days">Length.</param>
    /// <param name="seed">Of the run.</param>
    public static OrientationErrors Draw(Epoch upload, int days, ulong seed)
    {
        RandomDraws draws = new(seed, 0, EntityId.Scenario, NoisePurpose.EarthOrientationPrediction);
        double[] Walk(double exponent, double sigma, int channel) => [.. SelfSimilarWalk.Draw(days, exponent, draws, (ulong)channel << 32).Select(v => sigma * v)];
        return new(
            upload,
            Walk(BulletinA.Ut1Exponent, BulletinA.Ut1Sigma(1), 0),
            Walk(BulletinA.PoleExponent, BulletinA.PoleSigma(1), 1),
            Walk(BulletinA.PoleExponent, BulletinA.PoleSigma(1), 2));
    }

    /// <summary>Value and mean rate before the upload carried on, against a table of observed orientation.</summary>
    public static OrientationErrors Extrapolate(Epoch upload, int days, EopTable observed)
    {
        ArgumentNullException.ThrowIfNull(observed);
        EopRow before = observed.At(upload - Duration.FromDays(RateDays), OutsideTable.Hold), at = observed.At(upload, OutsideTable.Hold);
        EopRow[] rows = [.. Enumerable.Range(0, days + 1).Select(d => observed.At(upload + Duration.FromDays(d), OutsideTable.Hold))];
        double[] Errors(Func<EopRow, double> value) =>
            [.. rows.Select((row, d) => value(at) + ((value(at) - value(before)) / RateDays * d) - value(row))];
        return new(upload, Errors(r => r.Ut1MinusTai), Errors(r => r.PoleX), Errors(r => r.PoleY));
    }

    public OrientationError At(Epoch epoch)
    {
        double days = (epoch - _upload).TotalSeconds / Day;
        if (days <= 0)
        {
            return default;
        }

        int i = Math.Min((int)days, _ut1.Length - 2);
        double w = days - i;
        double Value(double[] v) => v[i] + (w * (v[i + 1] - v[i]));
        double Rate(double[] v) => (v[i + 1] - v[i]) / Day;
        return new(Value(_ut1), Value(_poleX), Value(_poleY), Rate(_ut1), Rate(_poleX), Rate(_poleY));
    }
}
