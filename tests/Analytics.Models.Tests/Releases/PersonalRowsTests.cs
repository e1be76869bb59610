using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Xunit;

namespace Analytics.Models.Tests.Releases;

public sealed class PersonalRowsTests
{
    private static readonly Release Made = ReleaseBuilder.Build(ReleaseInputs.Make());

    [Fact]
    public void Pay_of_a_person_is_published_to_two_digits() =>
        Assert.Equal([new(PayMeasure.PaidOnly, TaskType.Survey, "mturk", null, "ID", 1.2m, 3.5m, 9.9m)], Made.Personal);

    [Fact]
    public void Hours_are_published_from_ten_contributors_on_and_quartiles_from_twenty() => Assert.Equal(
        [
            new(new("mturk", null, null, null, null), 25, 9.9m, 21, 43, 0.25m),
            // Nine told of unpaid time.
            new(new("prolific", null, null, null, null), 10, null, 21, null, null),
        ], Made.WorkHours);

    [Fact]
    public void They_are_read_back_as_they_were_written()
    {
        var read = Release.Read(Made.Head, Made.Tables().ToDictionary(t => t.Name, t => t.Content));
        Assert.Equal(Made.Personal, read.Personal);
        Assert.Equal(Made.WorkHours, read.WorkHours);
        Assert.Empty(Release.Read(Made.Head, Made.Tables().Where(t => t.Name != ReleaseTable.NameOf<PersonalRow>()).ToDictionary(t => t.Name, t => t.Content)).Personal);
    }
}
