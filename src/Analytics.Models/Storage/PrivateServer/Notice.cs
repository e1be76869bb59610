namespace Analytics.Models.Storage.PrivateServer;

/// <summary>Says why we wait: first after one interval, then once in every interval.</summary>
internal sealed class Notice(PrivatePostgresOptions options, TimeSpan interval)
{
    private long last = options.Time.GetTimestamp();

    public void Say(Func<string> line)
    {
        if (options.Time.GetElapsedTime(last) < interval)
            return;
        last = options.Time.GetTimestamp();
        options.Log(line());
    }
}
