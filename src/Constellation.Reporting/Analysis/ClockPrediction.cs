namespace Constellation.Reporting;

/// <summary>Broadcast clock errors of one kind of clock over the age of the data.</summary>
/// <param name="Name">Name in the catalogue.</param>
/// <param name="Satellites">How many that fly it have a value.</param>
/// <param name="Points">Bins of age (s): rms of the errors (m) about each satellite's mean, and how many.</param>
/// <param name="Theory">Age (s) and expected rms (m); empty where the run does not tell enough.</param>
public sealed record ClockPrediction(string Name, int Satellites, IReadOnlyList<(double Age, double Rms, int Count)> Points, IReadOnlyList<(double Age, double Rms)> Theory);
