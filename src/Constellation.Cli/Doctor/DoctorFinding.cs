namespace Constellation.Cli;

/// <summary>One line of <c>doctor</c>: what was looked at, how it is, and how to get what is missing.</summary>
internal sealed record DoctorFinding(string Check, DoctorState State, string Detail, string Remedy = "")
{
    /// <summary>There or not; <paramref name="otherwise"/> is the state of what is not.</summary>
    public static DoctorFinding Of(string check, bool there, string detail, DoctorState otherwise, string remedy) =>
        there ? new(check, DoctorState.Ok, detail) : new(check, otherwise, detail, remedy);
}
