using Constellation.Core;

namespace Constellation.Cli;

/// <summary>Refuses options of <c>position</c> that the mode or the files given have no use for, so that nobody believes they had an effect.</summary>
internal static class PositionUsage
{
    /// <exception cref="InputException">CN4242, all at once.</exception>
    public static void Check(PositionRequest request)
    {
        bool precise = request.Mode is "ppp-static" or "ppp-kinematic";
        List<Diagnostic> wrong = [];
        Refuse(request.Base is not null && request.Mode != "dgnss", "--base", "only mode dgnss has a base station");
        Refuse(request.BasePosition is not null && request.Mode != "dgnss", "--base-position", "only mode dgnss has a base station");
        Refuse(request.Backward && !precise, "--backward", "only mode ppp-kinematic has a second pass");
        Refuse(request.Zenith && !precise, "--zenith", "only the precise modes estimate the troposphere");
        Refuse(request.OceanLoading is not null && !precise, "--blq", "only the precise modes take tides off");
        Refuse(request.Tides is not null && !precise, "--tides", "only the precise modes take tides off");
        Refuse(request.OfAntenna && !precise, "--point", "positions of this mode are those of the antenna");
        Refuse(request.AccelerationGiven && request.Mode != "kinematic", "--acceleration", "only mode kinematic has a model of the vehicle");
        if (!request.Precise)
        {
            Refuse(request.Clocks.Count > 0, "--clk", "clocks go with precise orbits, and there is no --sp3");
            Refuse(request.Biases.Count > 0, "--bia", "biases go with precise clocks, and there is no --sp3");
            Refuse(request.Attitudes is not null, "--obx", "attitudes go with precise orbits, and there is no --sp3");
            Refuse(request.Antennas is not null, "--atx", "antennas go with precise orbits, and there is no --sp3");
            Refuse(request.EarthRotation is not null, "--erp", "the rotation of the Earth goes with precise orbits, and there is no --sp3");
        }

        if (wrong.Count > 0)
        {
            throw new InputException(wrong);
        }

        void Refuse(bool given, string option, string reason)
        {
            if (given)
            {
                wrong.Add(Diagnostic.Error("CN4242", new SourceSpan(option), $"this has no effect here: {reason}", "leave it out, choose another --mode, or give the files"));
            }
        }
    }
}
