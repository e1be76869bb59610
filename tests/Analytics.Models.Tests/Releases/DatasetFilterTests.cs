using Analytics.Models.Releases.Datasets;
using Xunit;

namespace Analytics.Models.Tests.Releases;

/// <summary>Filters of the tables: the names and values of addresses in, the conditions out.</summary>
public sealed class DatasetFilterTests
{
    private static readonly string[] Platforms = ["mturk", "prolific"];

    [Theory]
    [InlineData("rates", "platform=Prolific&country=id", "?platform=prolific&country=ID")]
    [InlineData("rates", "country=ID&platform=prolific&platform=mturk&platform=prolific", "?platform=mturk&platform=prolific&country=ID")]
    [InlineData("rates", "task=survey&quarter=2026q1&kind=self-report&measure=ALL-IN&experience=all&country=All", "?task=survey&experience=all&country=all&quarter=2026Q1&kind=self-report&measure=all-in")]
    [InlineData("claims", "kind=advertised&platform=mturk", "?platform=mturk&kind=advertised")]
    [InlineData("platforms", "task=survey", "?task=survey")]
    [InlineData("minimum_wages", "country=us", "?country=US")]
    [InlineData("model_card", "measure=paid-only", "?measure=paid-only")]
    public void What_is_asked_for_in_any_order_and_case_is_one_filter(string table, string asked, string query)
    {
        var (filter, faults) = Read(table, asked);
        Assert.Empty(faults);
        Assert.Equal(query, filter.Query);
    }

    [Theory]
    [InlineData("rates", "platform=", "platform is empty; give it a value, or leave it out to have every row.")]
    [InlineData("rates", "platform=none", "'none' is not known; platform is the last part of a platform page's address, such as prolific.")]
    [InlineData("rates", "country=ZZ", "'ZZ' is not known; country is a two-letter code such as ID.")]
    [InlineData("rates", "quarter=2026Q5", "'2026Q5' is not known; quarter is written like 2026Q1.")]
    [InlineData("estimates", "measure=net", "'net' is not known; measure is one of paid-only, all-in.")]
    [InlineData("estimates", "quarter=2026Q1", "estimates cannot be filtered by 'quarter'; it takes platform, task, experience, country, measure.")]
    [InlineData("exchange_rates", "country=ID", "exchange_rates cannot be filtered by 'country'; it can be had whole.")]
    [InlineData("reports", "quarter=all", "'all' is not known; quarter is written like 2026Q1.")]
    [InlineData("platforms", "platform=all", "'all' is not known; platform is the last part of a platform page's address, such as prolific.")]
    [InlineData("claims", "sort=pay", "claims cannot be filtered by 'sort'; it takes platform, task, experience, country, kind.")]
    public void What_the_table_does_not_know_is_a_fault_with_what_to_do(string table, string asked, string fault)
    {
        var (filter, faults) = Read(table, asked);
        Assert.Equal(fault, Assert.Single(faults).Value);
        Assert.Empty(filter.Conditions);
    }

    [Theory]
    [InlineData("kind=tracker-log", true)]
    [InlineData("kind=listing&kind=self-report", true)]
    [InlineData("kind=listing", false)]
    [InlineData("kind=self-report&country=ID", false)]
    [InlineData("platform=prolific", true)]
    public void A_row_is_wanted_where_every_name_holds_one_of_its_values(string asked, bool wanted)
    {
        var table = DatasetTables.Find("rates")!;
        var row = new object?[table.Columns.Count];
        (row[table.IndexOf("platform")], row[table.IndexOf("kind")], row[table.IndexOf("country")]) = ("prolific", "self-report; tracker-log", "all");
        Assert.Equal(wanted, Read("rates", asked).Filter.Matches(row));
    }

    [Fact]
    public void A_blank_is_never_wanted() => Assert.False(Read("claims", "platform=mturk").Filter.Matches(new object?[DatasetTables.Find("claims")!.Columns.Count]));

    [Fact]
    public void Every_name_stands_for_a_column_of_its_table() => Assert.All(DatasetTables.All, table =>
        Assert.All(DatasetFilter.NamesOf(table), name => Assert.Contains(DatasetFilter.ColumnOf(table, name), table.Columns)));

    private static (DatasetFilter Filter, Dictionary<string, string> Faults) Read(string table, string asked)
    {
        var faults = new Dictionary<string, string>();
        return (DatasetFilter.Read(DatasetTables.Find(table)!, asked.Split('&').Select(a => a.Split('=')).Select(a => (a[0], a[1])), Platforms, faults), faults);
    }
}
