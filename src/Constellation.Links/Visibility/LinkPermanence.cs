namespace Constellation.Links;

/// <summary>Whether a link was there at every epoch, at some, or at none.</summary>
public enum LinkPermanence
{
    Never,
    Intermittent,
    Permanent,
}
