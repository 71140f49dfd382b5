using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;

namespace Constellation.Tests.Formats.Links;

/// <summary>Table [errors] of a payload file.</summary>
public class LinkErrorsReaderTests
{
    private static readonly string s_shipped = File.ReadAllText(EphemerisLibrary.BuiltIn.Find(LibraryKind.Payload, "ka-bds3")!);

    [Fact]
    public void Values_are_read_in_SI()
    {
        LinkRangingErrors errors = Read("""
            phase_centre_m = [0.4, -0.3, 1]
            attitude_sigma_deg = 0.5
            delay_drift_m_per_day = 0.864
            jumps_per_day = 0.5
            jump_m = 0.1
            """).ValueOrThrow().Errors;
        Assert.Equal(new Vector3d(0.4, -0.3, 1), errors.PhaseCentre);
        Assert.Equal(0.5 * Math.PI / 180, errors.AttitudeSigma, 1e-15);
        Assert.Equal(1e-5, errors.DelayDriftSigma, 1e-18);
        Assert.Equal(0.5 / 86_400, errors.JumpRate, 1e-18);
        Assert.False(errors.Eccentricity);
    }

    [Fact]
    public void A_payload_without_the_table_has_none() => Assert.Equal(LinkRangingErrors.None, LinkPayloadReader.Read(Head, "ka-bds3.toml").ValueOrThrow().Errors);

    [Theory]
    [InlineData("pattern_m = -0.02", "CN2005")]
    [InlineData("thermal_m = nan", "CN2005")]
    [InlineData("coloured_noise_m = inf", "CN2005")]
    [InlineData("loss_probability = 1.5", "CN2005")]
    [InlineData("coloured_time_s = 0", "CN2005")]
    [InlineData("phase_centre_m = [1, 2]", "CN2142")]
    [InlineData("phase_centre_m = [1, 2, nan]", "CN2142")]
    [InlineData("phase_centre_m = 1", "CN2003")]
    [InlineData("outlier_probability = 0.1", "CN2142")]
    [InlineData("jump_m = 0.1", "CN2142")]
    [InlineData("patern_m = 0.02", "CN2002")]
    public void Bad_values_are_told_with_their_place(string line, string code)
    {
        ReadResult<LinkPayload> result = Read(line);
        Assert.False(result.Succeeded);
        Assert.Contains(result.Diagnostics, d => d.Code == code && d.Where.Line == Head.Count(c => c == '\n') + 2);
    }

    private static string Head => s_shipped[..s_shipped.IndexOf("[errors]", StringComparison.Ordinal)];

    private static ReadResult<LinkPayload> Read(string errors) => LinkPayloadReader.Read($"{Head}[errors]\n{errors}\n", "ka-bds3.toml");
}
