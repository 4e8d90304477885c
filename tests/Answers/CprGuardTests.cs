using FsCheck;
using FsCheck.Fluent;
using ReflectionBot.Answers;

namespace ReflectionBot.Tests.Answers;

/// <summary>What looks like a civil registration number is found, however it is written; a number that cannot be one is left alone.</summary>
public sealed class CprGuardTests
{
    [Theory]
    [InlineData("010170-0000")]
    [InlineData("0101700000")]
    [InlineData("010170 0000")]
    [InlineData("Jeg talte med 311299-9999 i går.")]
    [InlineData("(290200-1234)")]
    [InlineData("010170 - 0000")]
    [InlineData("010170–0000")]
    [InlineData("010170\u20110000")]
    [InlineData("010170\u00A00000")]
    [InlineData("010170\u200B-0000")]
    [InlineData("0101\u00AD700000")]
    [InlineData("٠١٠١٧٠-٠٠٠٠")]
    [InlineData("cpr:0101700000.")]
    [InlineData("a010170-0000b")]
    [InlineData("12345 010170-0000")]
    public void It_is_found(string text) => Assert.True(CprGuard.Suspects(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Vi har 12 mål og 3.400 borgere.")]
    [InlineData("320170-0000")]
    [InlineData("000170-0000")]
    [InlineData("011370-0000")]
    [InlineData("310470-0000")]
    [InlineData("300270-0000")]
    [InlineData("10101700000")]
    [InlineData("01017000001")]
    [InlineData("010170-000")]
    [InlineData("010170--0000")]
    [InlineData("Tlf. 33 15 28 00")]
    [InlineData("2026-11-23 0900")]
    public void Anything_else_is_not(string? text) => Assert.False(CprGuard.Suspects(text));

    [Fact]
    public void Any_day_of_any_year_is_found_in_any_text() => Check.QuickThrowOnFailure(Prop.ForAll(
        Numbers.ToArbitrary(), ArbMap.Default.ArbFor<NonNull<string>>(),
        (number, around) => CprGuard.Suspects($"{around.Get} {number} {around.Get}")));

    private static Gen<string> Numbers =>
        from days in Gen.Choose(0, 36_524)
        from last in Gen.Choose(0, 9_999)
        from between in Gen.Elements("", "-", " ")
        select $"{new DateTime(1930, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(days):ddMMyy}{between}{last:0000}";
}
