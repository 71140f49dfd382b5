namespace Constellation.Cli;

/// <summary>Which satellites fly which clock in the records of 2019 and 2020, by published payload lists.</summary>
internal static class ClockKindsOnRecord
{
    public const string BeiDouMasers = "C25,C26,C27,C28,C29,C30,C34,C35", BeiDouMasersOfTheWeek = "C28,C30,C34", BeiDouRubidiums = "C19,C20,C21,C22,C23,C24,C33",
        GpsRubidiums = "G01,G03,G06,G09,G10,G25,G26,G27,G30,G32", Galileo = "E01,E02,E03,E04,E05,E09,E12,E19,E21,E24,E25,E26,E27,E30,E31,E33,E36";

    /// <summary>Revolutions, s.</summary>
    public const double BeiDouPeriod = 46_391, GalileoPeriod = 50_685, GpsPeriod = 43_082;
}
