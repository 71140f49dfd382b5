using Constellation.Geodesy;

namespace Constellation.Formats;

/// <summary>Turns states between frames by the built-in Earth orientation.</summary>
public static class FrameTurns
{
    public static StateVector To(ReferenceFrame frame, StateVector state)
    {
        if (state.Frame == frame)
        {
            return state;
        }

        if (state.Frame == ReferenceFrame.Teme || frame == ReferenceFrame.Teme)
        {
            TemeFrame teme = TemeFrame.At(state.Epoch, EarthOrientation.BuiltIn);
            return frame switch
            {
                ReferenceFrame.Teme => teme.StateFrom(state),
                ReferenceFrame.Gcrf => teme.StateToGcrf(state),
                _ => teme.StateToItrf(state),
            };
        }

        EarthRotation earth = EarthOrientation.BuiltIn.At(state.Epoch);
        return frame == ReferenceFrame.Itrf ? earth.ToItrf(state) : earth.ToGcrf(state);
    }
}
