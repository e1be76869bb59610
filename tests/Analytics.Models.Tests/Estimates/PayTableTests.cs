using System.Text;
using Analytics.Models.Estimates;
using Xunit;

namespace Analytics.Models.Tests.Estimates;

public sealed class PayTableTests
{
    [Fact]
    public void Reads_what_is_told_and_passes_over_what_is_not_known()
    {
        var table = Read("contributor,hourly_usd,mood,task_type\nann,12.5,good,writing\n,3,,\n");
        Assert.Equal([1, 2], table.Rows.Select(r => r.Number));
        Assert.Equal("writing", table.Rows[0].Pay.TaskType);
        Assert.Equal(12.5, table.Rows[0].Pay.Hourly);
        Assert.Equal("", table.Rows[0].Pay.Country);
        Assert.Equal("", table.Rows[1].Pay.Contributor);
        Assert.Empty(table.Refused);
    }

    [Theory]
    [InlineData("hourly_usd\n-5\n", 2, "hourly_usd is -5; pay between 0.05 and 500 USD an hour is taken.")]
    [InlineData("hourly_usd\n7\n0\n", 3, "hourly_usd is 0; pay between 0.05 and 500 USD an hour is taken.")]
    [InlineData("hourly_usd\nabc\n", 2, "hourly_usd is 'abc'; it takes a number such as 12.5.")]
    [InlineData("hourly_usd\nNaN\n", 2, "hourly_usd is 'NaN'; it takes a number such as 12.5.")]
    [InlineData("hourly_usd,tier\n5,Z\n", 2, "tier is 'Z'; it takes A, B, C or D.")]
    [InlineData("hourly_usd,weight\n5,0\n", 2, "weight is 0; it takes a number from 0.000001 to 1000000.")]
    [InlineData("hourly_usd,weight\n5,1e-60\n", 2, "weight is 1E-60; it takes a number from 0.000001 to 1000000.")]
    [InlineData("hourly_usd,n,sd\n5,40,1e300\n", 2, "sd is 1E+300: with so large a one the median of such pay is below 0.05 USD an hour.")]
    [InlineData("hourly_usd,n\n5,2.5\n", 2, "n is 2.5; it takes a whole number of workers.")]
    [InlineData("hourly_usd,contributor\n5\n", 2, "1 fields where the header has 2. Is a quotation mark left open?")]
    public void A_row_that_cannot_be_is_listed_with_its_line_and_field(string text, int line, string reason)
    {
        var refused = Assert.Single(Read(text).Refused);
        Assert.Equal(new RefusedRow(line, reason), refused);
    }

    [Fact]
    public void Names_of_columns_are_read_as_people_write_them_and_may_be_empty_or_twice() =>
        Assert.Equal("writing", Assert.Single(Read("Hourly_USD, Task_Type ,note,note,,\n5,writing,a,b,,\n").Rows).Pay.TaskType);

    [Fact]
    public void A_figure_of_one_worker_is_that_worker_s_pay() => Assert.Null(Assert.Single(Read("hourly_usd,n\n5,1\n").Rows).Pay.Workers);

    [Fact]
    public void A_table_that_tells_nothing_to_predict_from_is_refused() =>
        Assert.StartsWith("Line 1: none of the columns platform,", Assert.Throws<PayTableException>(() => PayTable.Read(new MemoryStream("foo,bar\n1,2\n"u8.ToArray()), needsPay: false)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_table_without_pay_is_refused()
    {
        var fault = Assert.Throws<PayTableException>(() => Read("a,b\n1,2\n"));
        Assert.Equal("Line 1: no column hourly_usd; the columns are a, b.", fault.Message);
    }

    [Fact]
    public void Where_pay_is_not_asked_for_it_is_not_looked_at() =>
        Assert.Single(PayTable.Read(new MemoryStream("hourly_usd,task_type\nnone,writing\n"u8.ToArray()), needsPay: false).Rows);

    [Fact]
    public void A_mean_with_its_deviation_becomes_the_median_of_the_lognormal()
    {
        // exp(μ + σ²/2) = 10 and deviation 10: σ² = ln 2, so the median is 10/√2.
        var row = Assert.Single(Read("hourly_usd,n,sd\n10,40,10\n").Rows).Pay;
        Assert.Equal(10 / Math.Sqrt(2), row.Hourly, 1e-12);
        Assert.Equal(40, row.Workers);
    }

    [Fact]
    public void A_better_tier_weighs_more()
    {
        var rows = Read("hourly_usd,tier,weight\n5,A,\n5,B,\n5,C,\n5,D,2\n").Rows.Select(r => r.Pay.Weight);
        Assert.Equal([1, 1 / 1.05, 1 / 1.22, 2 / 1.5], rows);
    }

    [Theory]
    [InlineData(1, "ann", 2)]
    [InlineData(2, "ann", 3)]
    [InlineData(1, "ani", 0)]
    public void Folds_are_those_of_the_hash(int seed, string contributor, int fold)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{contributor}"));
        Assert.Equal(fold, (int)(new System.Numerics.BigInteger(hash.AsSpan(0, 8), isUnsigned: true, isBigEndian: true) % 5));
        Assert.Equal(fold, Folds.Of(seed, contributor));
    }

    private static PayTable Read(string text) => PayTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
