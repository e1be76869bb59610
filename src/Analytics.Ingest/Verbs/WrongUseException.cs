namespace Analytics.Ingest.Verbs;

/// <summary>The command was asked for something it cannot do: exit code 2, and the message as the one line.</summary>
internal sealed class WrongUseException(string message) : Exception(message);
