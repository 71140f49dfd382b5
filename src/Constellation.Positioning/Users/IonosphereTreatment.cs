namespace Constellation.Positioning;

/// <summary>What the simulated user does about the ionosphere.</summary>
public enum IonosphereTreatment
{
    /// <summary>There is no ionosphere.</summary>
    Absent,

    /// <summary>Two codes, combined: no delay left, noise magnified.</summary>
    IonosphereFree,

    /// <summary>One code and the broadcast model, which leaves a residual.</summary>
    Klobuchar,
}
