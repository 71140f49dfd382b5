namespace Constellation.Links;
public enum LinkAccess { TimeDivision, Broadcast, Polling, Continuous }
