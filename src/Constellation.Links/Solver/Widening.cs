namespace Constellation.Links;

/// <summary>What is added to the covariance of one unknown and of the next one, as a root: R R' with R = ((First, Shared), (0, Next)).</summary>
/// <param name="Place">Of the first unknown; the next one belongs to the same block.</param>
/// <param name="First">Sigma of the first alone.</param>
/// <param name="Shared">What the first gets of the draw that moves the next.</param>
/// <param name="Next">Sigma of the next.</param>
internal readonly record struct Widening(int Place, double First, double Shared = 0, double Next = 0);
