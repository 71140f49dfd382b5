namespace Constellation.Links;

/// <summary>One direction of a contact: what can be sent when. Times are seconds from the timetable's start.</summary>
/// <param name="From">Satellite that transmits.</param>
/// <param name="To">Satellite that receives.</param>
/// <param name="Open">First second of transmission.</param>
/// <param name="Close">Last second at which a message may leave.</param>
/// <param name="LightTime">s.</param>
internal readonly record struct TimetableHop(int From, int To, double Open, double Close, double LightTime);
