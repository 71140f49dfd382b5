namespace Constellation.Geodesy;

/// <summary>A cos(B + C t), t in Julian millennia of TDB from J2000.</summary>
internal readonly record struct VsopTerm(double Amplitude, double Phase, double Rate)
{
    public static double Sum(VsopTerm[] terms, double t)
    {
        double sum = 0;
        foreach (VsopTerm term in terms)
        {
            sum += term.Amplitude * Math.Cos(term.Phase + (term.Rate * t));
        }

        return sum;
    }
}
