using System.Text;

namespace Analytics.Web.Tests.Api;

/// <summary>Reads CSV by the letter of RFC 4180, independently of the library that wrote it.</summary>
internal static class CsvText
{
    public static IReadOnlyList<string[]> Records(string csv)
    {
        var (records, fields, field) = (new List<string[]>(), new List<string>(), new StringBuilder());
        for (var i = 0; i < csv.Length; i++)
        {
            if (csv[i] == '"')
            {
                for (i++; csv[i] != '"' || (i + 1 < csv.Length && csv[i + 1] == '"'); i++)
                {
                    field.Append(csv[i]);
                    if (csv[i] == '"')
                        i++;
                }
            }
            else if (csv[i] is ',' or '\r')
            {
                fields.Add(field.ToString());
                field.Clear();
                if (csv[i] == '\r')
                {
                    Assert.Equal('\n', csv[++i]);
                    records.Add([.. fields]);
                    fields.Clear();
                }
            }
            else
            {
                field.Append(csv[i]);
            }
        }

        Assert.Equal(0, field.Length + fields.Count);
        return records;
    }
}
