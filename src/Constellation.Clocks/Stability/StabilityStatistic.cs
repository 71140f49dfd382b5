namespace Constellation.Clocks;

/// <summary>A measure of frequency stability. [SP1065] section 5.2</summary>
public enum StabilityStatistic
{
    /// <summary>Allan deviation, averages side by side.</summary>
    Adev,

    /// <summary>Overlapping Allan deviation: the first choice for a stability plot.</summary>
    Oadev,

    /// <summary>Modified Allan deviation: tells white from flicker phase noise.</summary>
    Mdev,

    /// <summary>Time deviation tau MDEV / sqrt(3), s.</summary>
    Tdev,

    /// <summary>Hadamard deviation, averages side by side: blind to linear drift.</summary>
    Hdev,

    /// <summary>Overlapping Hadamard deviation.</summary>
    Ohdev,

    /// <summary>Parabolic deviation: frequencies by least squares, white phase noise falls as fast as in MDEV at half the record. [Vernotte16]</summary>
    Pdev,

    /// <summary>Total deviation: Allan on a record mirrored at its ends, surer at long averaging times.</summary>
    Totdev,

    /// <summary>Modified total deviation.</summary>
    Mtotdev,

    /// <summary>Time total deviation tau MTOTDEV / sqrt(3), s.</summary>
    Ttotdev,

    /// <summary>Hadamard total deviation.</summary>
    Htotdev,

    /// <summary>Theo1 deviation: reaches three quarters of the record; m is its stride, even, and the averaging time 0.75 m.</summary>
    Theo1,

    /// <summary>Theo1 with its bias against the Allan variance removed by the record itself. [Taylor10]</summary>
    TheoBR,

    /// <summary>OADEV up to a tenth of the record, TheoBR beyond.</summary>
    TheoH,

    /// <summary>Maximum time interval error: largest peak-to-peak offset in any window, s.</summary>
    Mtie,

    /// <summary>Root-mean-square time interval error, s.</summary>
    TieRms,
}
