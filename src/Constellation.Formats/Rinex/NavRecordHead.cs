using Constellation.Core;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>What a record of a navigation file says before its numbers.</summary>
/// <param name="Kind"><c>EPH</c>, <c>STO</c>, <c>EOP</c> or <c>ION</c>.</param>
/// <param name="Satellite">The sender; number 0 where a RINEX 4 record names its system only.</param>
/// <param name="Message">RINEX 4 name of the message, <c>LNAV</c>, <c>CNV1</c>; filled in also where the file is older.</param>
/// <param name="Time">The calendar time of the first line: toc, tb or the reference of the record.</param>
/// <param name="Label">What follows the time on the first line of a STO record; else empty.</param>
public readonly record struct NavRecordHead(string Kind, SatelliteId Satellite, string Message, Epoch Time, string Label);
