using Analytics.Tests.Storage;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresFixture))]
