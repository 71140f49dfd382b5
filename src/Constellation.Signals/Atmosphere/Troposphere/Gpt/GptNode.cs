namespace Constellation.Signals;

/// <summary>Weather of a node, or the weighted sum over four of them.</summary>
internal struct GptNode
{
    public double Pressure, Temperature, LapseRate, MeanTemperature, Vapour, Decrease, Undulation, HydrostaticA, WetA, HydrostaticA3, WetA3, NorthHydrostatic, EastHydrostatic, NorthWet, EastWet;

    public void Add(double weight, in GptNode node)
    {
        Pressure += weight * node.Pressure;
        Temperature += weight * node.Temperature;
        LapseRate += weight * node.LapseRate;
        MeanTemperature += weight * node.MeanTemperature;
        Vapour += weight * node.Vapour;
        Decrease += weight * node.Decrease;
        Undulation += weight * node.Undulation;
        HydrostaticA += weight * node.HydrostaticA;
        WetA += weight * node.WetA;
        HydrostaticA3 += weight * node.HydrostaticA3;
        WetA3 += weight * node.WetA3;
        NorthHydrostatic += weight * node.NorthHydrostatic;
        EastHydrostatic += weight * node.EastHydrostatic;
        NorthWet += weight * node.NorthWet;
        EastWet += weight * node.EastWet;
    }

    public readonly GptClimate Climate() => new(
        Pressure, Temperature, LapseRate, MeanTemperature, Vapour, Decrease, Undulation, HydrostaticA, WetA, HydrostaticA3, WetA3, new(NorthHydrostatic, EastHydrostatic), new(NorthWet, EastWet));
}
