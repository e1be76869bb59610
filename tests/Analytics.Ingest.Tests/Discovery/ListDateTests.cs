using Analytics.Ingest.Discovery;
using Xunit;

namespace Analytics.Ingest.Tests.Discovery;

public sealed class ListDateTests
{
    [Theory]
    [InlineData("Tue, 04 Mar 2025 05:06:07 GMT", "2025-03-04", "2025-03-04T05:06:07Z")]
    [InlineData("Tue, 04 Mar 2025 05:06:07 +0700", "2025-03-04", "2025-03-03T22:06:07Z")]
    [InlineData("Tue, 04 Mar 2025 05:06:07 -05:00", "2025-03-04", "2025-03-04T10:06:07Z")]
    [InlineData("4 Mar 25 05:06 EST", "2025-03-04", "2025-03-04T10:06:00Z")]
    [InlineData("Fri, 04 Mar 2025 05:06:07 PDT", "2025-03-04", "2025-03-04T12:06:07Z")]
    [InlineData("Tuesday, 04-Mar-25 05:06:07 UTC", "2025-03-04", "2025-03-04T05:06:07Z")]
    [InlineData("Selasa, 04 Maret 2025 05:06:07 WIB", "2025-03-04", "2025-03-03T22:06:07Z")]
    [InlineData("17 Agustus 2025 10:00 WITA", "2025-08-17", "2025-08-17T02:00:00Z")]
    [InlineData("Tue, 04 Mar 2025 05:06:07 GMT+7", "2025-03-04", "2025-03-03T22:06:07Z")]
    [InlineData("Tue, 04 Mar 2025 05:06:07 Moon", "2025-03-04", "2025-03-04T05:06:07Z")]
    [InlineData("Tue, 04 Mar 2025 05:06:07", "2025-03-04", "2025-03-04T05:06:07Z")]
    [InlineData("Tue, 04 Mar 2025 05:06:07 +0000 (UTC)", "2025-03-04", "2025-03-04T05:06:07Z")]
    [InlineData("04 Mar 2025", "2025-03-04", "2025-03-05T00:00:00Z")]
    [InlineData("Sat, 31 Dec 2016 23:59:60 GMT", "2016-12-31", "2017-01-01T00:00:00Z")]
    [InlineData("2025-03-04T05:06:07Z", "2025-03-04", "2025-03-04T05:06:07Z")]
    [InlineData("2025-03-04T05:06:07.123+07:00", "2025-03-04", "2025-03-03T22:06:07Z")]
    [InlineData("2025-03-04t05:06z", null, null)]
    [InlineData("2025-03-04T05:06Z", "2025-03-04", "2025-03-04T05:06:00Z")]
    [InlineData("2025-03-04 05:06:07", "2025-03-04", "2025-03-04T05:06:07Z")]
    [InlineData("2025-03-04", "2025-03-04", "2025-03-05T00:00:00Z")]
    [InlineData("2025-03", "2025-03-01", "2025-04-01T00:00:00Z")]
    [InlineData("2025", "2025-01-01", "2026-01-01T00:00:00Z")]
    [InlineData("2025-02-31", null, null)]
    [InlineData("Tue, 04 Foo 2025 05:06:07 GMT", null, null)]
    [InlineData("2025-03-04T25:06:07Z", null, null)]
    [InlineData("0000-00-00T00:00:00Z", null, null)]
    [InlineData("9999-12-31", null, null)]
    [InlineData("1 Jan 0001 00:00:00 +0500", null, null)]
    [InlineData("soon", null, null)]
    [InlineData(null, null, null)]
    public void Dates_as_feeds_and_sitemaps_write_them(string? written, string? day, string? moment)
    {
        var date = ListDate.Parse(written);
        Assert.Equal((day, moment), (date?.Day.ToString("yyyy-MM-dd", null), date?.Moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", null)));
    }
}
