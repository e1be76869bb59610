using Analytics.Models;
using Analytics.Models.Money;
using Analytics.Models.Platforms;
using Analytics.Models.Reports;
using Analytics.Web.Pages.Reports;
using Analytics.Web.Releases;
using Analytics.Web.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Analytics.Web.Tests.Pages.Reports;

public sealed class ReportReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly ShownRelease Release = new(SampleRelease.Make());
    private static readonly SiteText Text = SiteText.Of(SiteLanguage.English);

    [Fact]
    public void A_whole_form_becomes_a_report_and_the_report_the_same_form()
    {
        var form = Form(
            ("amount", "1,234.50"), ("hours", "10"), ("minutes", "30"), ("unpaidHours", "2"), ("unpaidMinutes", "15"), ("unpaid", "60"), ("costs", "20"), ("bonus", "34.5"), ("country", "ID"),
            ("region", "DI Yogyakarta"), ("experience", "one-to-six-months"), ("done", "ten-to-hundred"), ("qualification", "test"), ("expertise", "law"), ("tasks", "120"),
            ("payment", "waiting"), ("days", "14"), ("available", "little"));
        var report = Read(form);
        Assert.Equal(("mturk", null, TaskType.Survey, 1234.5m, "USD", PayUnit.Total, new DateOnly(2026, 10, 1)),
            (report.Platform, report.PlatformName, report.TaskType, report.Pay, report.Currency, report.Unit, report.Month));
        // What is told exactly counts, and not the choice beside it.
        Assert.Equal((10.5m, 2.25m, 20m, 34.5m), (report.PaidHours, report.UnpaidHours, report.Costs, report.Bonus));
        Assert.Equal(("ID", "DI Yogyakarta", ExperienceBand.OneToSixMonths, TasksDone.TenToHundred, Qualification.Test, Expertise.Law),
            (report.Country, report.Region, report.Experience!.Value, report.TasksDone!.Value, report.Qualification!.Value, report.Expertise!.Value));
        Assert.Equal((120, PaymentState.Waiting, 14, WorkAvailable.Little, Consent.Version), (report.Tasks, report.Payment!.Value, report.DaysToPayment, report.WorkAvailable!.Value, report.Consent));
        foreach (var language in SiteLanguage.All)
        {
            var again = ReportReader.Read(ReportForm.Of(report, "Amazon Mechanical Turk", language), SiteText.Of(language), Release, Now);
            Assert.Empty(again.Faults);
            Assert.Equal(report, again.Report! with { Id = report.Id });
        }
    }

    [Fact]
    public void Pay_and_time_are_enough_and_not_sure_is_not_told()
    {
        var report = Read(Form());
        Assert.Equal((41m, 10m, null, null, null, null), (report.Pay, report.PaidHours, report.UnpaidHours, report.Costs, report.Country, report.Experience));
        Assert.Equal(5m, Read(Form(("unpaid", "30"))).UnpaidHours);
        Assert.Equal(0m, Read(Form(("unpaid", "0"))).UnpaidHours);
        Assert.Equal((1m, 0.5m), Read(Form(("unit", "hour"), ("hours", ""), ("unpaid", "30"))) is var hour ? (hour.PaidHours, hour.UnpaidHours) : default);
        Assert.Equal(0.75m, Read(Form(("unit", "task"), ("hours", ""), ("minutes", "45"))).PaidHours);
    }

    [Theory]
    [InlineData("platform", "MTURK", "mturk")]
    [InlineData("platform", "amazon mechanical turk", "mturk")]
    [InlineData("platform", "Kerja Baru Indonesia", null)]
    public void A_platform_is_found_by_any_of_its_names_and_else_kept_as_named(string field, string typed, string? slug)
    {
        var report = Read(Form((field, typed)));
        Assert.Equal((slug, slug is null ? typed : null), (report.Platform, report.PlatformName));
    }

    [Theory]
    [InlineData("platform", "", "Name the platform")]
    [InlineData("platform", "me@example.org", "not the name of a platform")]
    [InlineData("platform", "0812 3456 7890", "not the name of a platform")]
    [InlineData("task", "", "Choose the kind of work")]
    [InlineData("task", "praying", "Choose one of the list")]
    [InlineData("amount", "", "above zero")]
    [InlineData("amount", "0", "above zero")]
    [InlineData("amount", "lots", "not a number")]
    [InlineData("amount", "9999999999999", "more than the form takes")]
    [InlineData("currency", "XXX", "Choose one")]
    [InlineData("unit", "word", "Choose one")]
    [InlineData("hours", "", "how long")]
    [InlineData("hours", "0", "how long")]
    [InlineData("hours", "745", "744 hours")]
    [InlineData("unpaid", "7", "Choose one")]
    [InlineData("unpaidHours", "740", "744 hours")]
    [InlineData("costs", "-3", "not a number")]
    [InlineData("month", "2027-01", "has begun")]
    [InlineData("month", "soon", "has begun")]
    [InlineData("country", "QQ", "Choose one")]
    [InlineData("region", "DI Yogyakarta", "country first")]
    [InlineData("bonus", "42", "more than the pay")]
    [InlineData("tasks", "1.5", "whole number")]
    [InlineData("days", "4000", "more than the form takes")]
    [InlineData("experience", "ages", "Choose one")]
    public void What_is_wrong_is_said_at_its_field_and_in_both_languages(string field, string typed, string says)
    {
        var form = Form((field, typed));
        var (report, faults) = ReportReader.Read(form, Text, Release, Now);
        Assert.Null(report);
        var fault = Assert.Single(faults);
        Assert.Equal(field, fault.Key);
        Assert.Contains(says, fault.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("{", fault.Value, StringComparison.Ordinal);
        Assert.Equal(typed, form[field]);
        Assert.Equal(field, Assert.Single(ReportReader.Read(form, SiteText.Of(SiteLanguage.Indonesian), Release, Now).Faults).Key);
    }

    [Theory]
    [InlineData("en", "0", "not paid at all cannot be made into pay an hour yet", "for all of the month")]
    [InlineData("en", "41", "not paid at all cannot be made into pay an hour yet", "for all of the month")]
    [InlineData("id", "0", "belum dapat dihitung menjadi upah per jam", "untuk seluruh bulan")]
    public void Work_that_was_not_paid_is_not_thanked_for_and_then_refused(string language, string amount, string says, string instead)
    {
        var (report, faults) = ReportReader.Read(Form(("amount", amount), ("payment", "refused")), SiteText.Of(SiteLanguage.Find(language)!), Release, Now);
        Assert.Null(report);
        var fault = Assert.Single(faults);
        Assert.Equal("amount", fault.Key);
        Assert.Contains(says, fault.Value, StringComparison.Ordinal);
        Assert.Contains(instead, fault.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Pay_of_an_hour_takes_no_other_time() =>
        Assert.Contains("one hour", ReportReader.Read(Form(("unit", "hour"), ("hours", "3")), Text, Release, Now).Faults["hours"], StringComparison.Ordinal);

    [Fact]
    public void Nothing_longer_than_a_field_may_need_is_kept() => Assert.Equal(100, Form(("platform", new string('x', 5000)))["platform"].Length);

    private static Report Read(ReportForm form)
    {
        var (report, faults) = ReportReader.Read(form, Text, Release, Now);
        Assert.Empty(faults);
        return report!;
    }

    private static ReportForm Form(params (string Name, string Value)[] typed)
    {
        var fields = new Dictionary<string, StringValues>
        {
            ["platform"] = "MTurk",
            ["task"] = "survey",
            ["amount"] = "41",
            ["currency"] = "USD",
            ["unit"] = Term.Of(PayUnit.Total),
            ["hours"] = "10",
            ["month"] = "2026-10",
        };
        foreach (var (name, value) in typed)
            fields[name] = value;
        return ReportForm.Read(new FormCollection(fields));
    }
}
