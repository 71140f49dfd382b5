namespace Constellation.Tests.Formats.Oem;

/// <summary>An orbit ephemeris message in the form of the example in the standard: two segments, a covariance, an acceleration.</summary>
internal static class OemSamples
{
    public const string Text =
        """
        CCSDS_OEM_VERS = 2.0
        COMMENT a sample
        CREATION_DATE = 2020-06-26T12:00:00.000
        ORIGINATOR = TEST

        META_START
        OBJECT_NAME          = BEIDOU-3 M1 (C19)
        OBJECT_ID            = 2017-069A
        CENTER_NAME          = EARTH
        REF_FRAME            = EME2000
        TIME_SYSTEM          = UTC
        START_TIME           = 2020-06-25T00:00:00.000
        USEABLE_START_TIME   = 2020-06-25T00:05:00.000
        USEABLE_STOP_TIME    = 2020-06-25T00:25:00.000
        STOP_TIME            = 2020-06-25T00:30:00.000
        INTERPOLATION        = LAGRANGE
        INTERPOLATION_DEGREE = 3
        META_STOP
        COMMENT states follow
        2020-06-25T00:00:00.000 27906.1 0.0 0.25 0.0 2.167 3.1
        2020-06-25T00:10:00.000 27739.123456789 1298.0 1857.0 -0.56 2.15 3.08
        2020-06-25T00:20:00.000 27238.0 2582.0 3694.0 -1.11 2.11 3.03 1.0e-4 2.0e-4 3.0e-4
        2020-177T00:30:00.000 26408.0 3837.0 5488.0 -1.65 2.05 2.94

        COVARIANCE_START
        EPOCH = 2020-06-25T00:10:00.000
        COV_REF_FRAME = EME2000
        3.3313494e-04
        4.6189273e-04 6.7824216e-04
        COVARIANCE_STOP

        META_START
        OBJECT_NAME = BEIDOU-3 M1 (C19)
        OBJECT_ID = 2017-069A
        CENTER_NAME = EARTH
        REF_FRAME = ITRF2014
        TIME_SYSTEM = BDT
        START_TIME = 2020-06-25T01:00:00.000
        STOP_TIME = 2020-06-25T01:10:00.000
        META_STOP
        2020-06-25T01:00:00.000 20000.0 15000.0 12000.0 0.5 1.0 2.0
        2020-06-25T01:10:00.000 20200.0 15500.0 13100.0 0.4 0.9 1.9

        """;
}
