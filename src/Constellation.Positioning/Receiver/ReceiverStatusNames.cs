namespace Constellation.Positioning;

/// <summary>Names of statuses in tables.</summary>
public static class ReceiverStatusNames
{
    public static string Name(this ReceiverStatus status) => status switch
    {
        ReceiverStatus.Ok => "ok",
        ReceiverStatus.NoObservations => "no-observations",
        ReceiverStatus.NoEphemeris => "no-ephemeris",
        ReceiverStatus.TooFewSatellites => "too-few-satellites",
        ReceiverStatus.SingularGeometry => "singular-geometry",
        ReceiverStatus.PoorGeometry => "poor-geometry",
        ReceiverStatus.NotConverged => "not-converged",
        ReceiverStatus.Inconsistent => "inconsistent",
        ReceiverStatus.NoBase => "no-base",
        ReceiverStatus.Converging => "converging",
        ReceiverStatus.NoModel => "no-model",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no status"),
    };

    /// <summary>What it means, for people.</summary>
    public static string Meaning(this ReceiverStatus status) => status switch
    {
        ReceiverStatus.Ok => "solved",
        ReceiverStatus.NoObservations => "no satellite has a pseudorange of the signals in use",
        ReceiverStatus.NoEphemeris => "satellites are observed, but it is not known where enough of them are",
        ReceiverStatus.TooFewSatellites => "after masks and health fewer satellites than three plus the number of systems",
        ReceiverStatus.SingularGeometry => "the satellites do not fix a point",
        ReceiverStatus.PoorGeometry => "GDOP above the limit",
        ReceiverStatus.NotConverged => "the iteration did not settle",
        ReceiverStatus.Inconsistent => "the residuals are too large and no faulty satellite explains them: the position is given, not to be trusted",
        ReceiverStatus.NoBase => "no usable base observations near the epoch",
        ReceiverStatus.Converging => "the filter has not settled yet: the position is given with its sigma",
        ReceiverStatus.NoModel => "the ionosphere maps do not reach to the epoch",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no status"),
    };
}
