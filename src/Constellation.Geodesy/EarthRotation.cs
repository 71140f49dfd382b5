namespace Constellation.Geodesy;

/// <summary>The Earth's attitude at one epoch.</summary>
/// <param name="GcrfToItrf">Rotation matrix: r_itrf = GcrfToItrf r_gcrf.</param>
/// <param name="AngularVelocityItrf">Angular velocity of the ITRF axes relative to the GCRF, rad/s, on ITRF axes.</param>
public readonly record struct EarthRotation(Matrix3d GcrfToItrf, Vector3d AngularVelocityItrf)
{
    public Position<Itrf> ToItrf(Position<Gcrf> p) => new(GcrfToItrf * p.Vector);

    public Position<Gcrf> ToGcrf(Position<Itrf> p) => new(GcrfToItrf.Transpose() * p.Vector);

    /// <summary>GCRF state to ITRF: v_itrf = M v_gcrf - omega x r_itrf.</summary>
    public StateVector ToItrf(StateVector gcrf)
    {
        Require(gcrf, ReferenceFrame.Gcrf);
        Vector3d position = GcrfToItrf * gcrf.Position;
        return new(gcrf.Epoch, ReferenceFrame.Itrf, position, (GcrfToItrf * gcrf.Velocity) - AngularVelocityItrf.Cross(position));
    }

    public StateVector ToGcrf(StateVector itrf)
    {
        Require(itrf, ReferenceFrame.Itrf);
        Matrix3d back = GcrfToItrf.Transpose();
        return new(itrf.Epoch, ReferenceFrame.Gcrf, back * itrf.Position, back * (itrf.Velocity + AngularVelocityItrf.Cross(itrf.Position)));
    }

    private static void Require(StateVector state, ReferenceFrame frame)
    {
        if (state.Frame != frame)
        {
            throw new InvalidOperationException($"state is in {state.Frame}, not in {frame}");
        }
    }
}
