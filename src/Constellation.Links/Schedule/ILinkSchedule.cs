namespace Constellation.Links;

/// <summary>Who ranges with whom and when, round by round.</summary>
public interface ILinkSchedule
{
    /// <summary>The round at the epoch of <paramref name="view"/>. Rounds are asked for in order, each once: a schedule may remember what was done.</summary>
    LinkRound Round(LinkView view);
}
