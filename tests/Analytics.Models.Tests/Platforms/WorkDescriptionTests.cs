using System.Text.RegularExpressions;
using Analytics.Models.Platforms;
using Xunit;

namespace Analytics.Models.Tests.Platforms;

public sealed class WorkDescriptionTests
{
    [Fact]
    public void Every_kind_of_work_is_described_in_both_languages_in_two_to_four_sentences_without_figures()
    {
        foreach (var task in Enum.GetValues<TaskType>())
        {
            var description = WorkDescriptions.Of(task);
            Assert.Equal(task, description.TaskType);
            foreach (var paragraph in new[] { description.Work, description.Sought })
            {
                Assert.NotEqual(paragraph.English, paragraph.Indonesian);
                Assert.All(new[] { paragraph.English, paragraph.Indonesian }, words =>
                {
                    Assert.InRange(Regex.Count(words, @"\.( |$)"), 2, 4);
                    // A figure would need a source.
                    Assert.DoesNotMatch("[0-9]", words);
                });
            }
        }
    }

    [Theory]
    [InlineData("[]", "survey is described 0 times")]
    [InlineData("[SURVEY, SURVEY]", "survey is described 2 times")]
    [InlineData("[BLANK]", "is empty")]
    [InlineData("""[{ "task_type": "survey" }]""", "work")]
    [InlineData("""[{ "task_type": "juggling" }]""", "juggling")]
    public void A_file_that_is_not_as_it_should_be_is_refused(string file, string says)
    {
        const string survey = """{ "task_type": "survey", "work": { "english": "a", "indonesian": "b" }, "sought": { "english": "a", "indonesian": "b" } }""";
        var text = file.Replace("SURVEY", survey, StringComparison.Ordinal).Replace("BLANK", survey.Replace("\"b\"", "\" \"", StringComparison.Ordinal), StringComparison.Ordinal);
        var fault = Assert.Throws<FormatException>(() => WorkDescriptions.Read("t.json", text));
        Assert.StartsWith("t.json", fault.Message, StringComparison.Ordinal);
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }
}
