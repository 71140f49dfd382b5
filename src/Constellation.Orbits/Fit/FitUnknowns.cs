using System.Collections.Immutable;

namespace Constellation.Orbits;

/// <summary>What a fit estimates: six numbers of the state, then the chosen parameters of the forces in the order of the forces.</summary>
internal sealed class FitUnknowns
{
    private readonly ForceParameter[] _parameters;
    private readonly double[] _constraints;

    public FitUnknowns(ForceModel forces, ImmutableArray<EstimatedParameter> estimated)
    {
        List<int> chosen = [];
        List<ForceParameter> parameters = [];
        List<double> constraints = [];
        for (int position = 0; position < forces.Parameters.Length; position++)
        {
            ForceParameter parameter = forces.Parameters[position];
            int index = IndexOf(estimated, parameter.Name);
            if (index >= 0)
            {
                chosen.Add(position);
                parameters.Add(parameter);
                constraints.Add(estimated[index].Constraint);
            }
        }

        (Chosen, _parameters, _constraints) = ([.. chosen], [.. parameters], [.. constraints]);
    }

    /// <summary>Positions in the list of all parameters of all forces.</summary>
    public int[] Chosen { get; }

    public int Count => 6 + Chosen.Length;

    /// <summary>Unknowns without a constraint.</summary>
    public int FreeCount => 6 + _constraints.Count(double.IsInfinity);

    public double[] InitialValues() => Array.ConvertAll(_parameters, p => p.Value);

    public void Constrain(NormalEquations normal, double[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsFinite(_constraints[i]))
            {
                normal.Constrain(6 + i, _parameters[i].Value - values[i], 1 / (_constraints[i] * _constraints[i]));
            }
        }
    }

    /// <summary>The forces with new values of the chosen parameters.</summary>
    public ForceModel Apply(ForceModel forces, double[] values)
    {
        double[] all = [.. forces.Parameters.Select(p => p.Value)];
        for (int i = 0; i < Chosen.Length; i++)
        {
            all[Chosen[i]] = values[i];
        }

        return forces.WithParameters(all);
    }

    public ImmutableArray<FittedParameter> Fitted(double[] values, double[] covariance, double unitVariance) =>
        [.. _parameters.Select((p, i) => new FittedParameter(p.Name, p.Unit, values[i], Math.Sqrt(unitVariance * covariance[(6 + i) * (Count + 1)])))];

    private static int IndexOf(ImmutableArray<EstimatedParameter> estimated, string name)
    {
        for (int i = 0; i < estimated.Length; i++)
        {
            if (estimated[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
