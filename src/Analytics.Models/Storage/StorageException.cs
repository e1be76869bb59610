namespace Analytics.Models.Storage;

/// <summary>
/// The data cannot be reached or kept. The message is one or two sentences for the person at the terminal: what was wrong,
/// where, and what to do. Programs print it without a stack trace and exit 1.
/// </summary>
public sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner);
