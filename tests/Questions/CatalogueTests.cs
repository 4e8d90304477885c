using ReflectionBot.Questions;

namespace ReflectionBot.Tests.Questions;

public sealed class CatalogueTests
{
    private static readonly Catalogue Shipped = Catalogue.Load();

    [Fact]
    public void Eight_packs_ship_in_the_service()
    {
        Assert.Equal(
            [
                "fire-temaer", "tre-pejlemaerker", "tre-hovedbudskaber", "syv-normer",
                "paradokser", "rammevilkaar-2015", "ny-forvaltningspolitik-2012", "kommuner-i-forandring",
            ],
            Shipped.Packs.Select(pack => pack.Id.ToString()));
        Assert.Equal(24, Shipped.Packs.Sum(pack => pack.Areas.Count));
        Assert.Equal(61, Shipped.Packs.SelectMany(pack => pack.Areas).Sum(area => area.Questions.Count));
    }

    [Fact]
    public void Four_themes_and_three_beacons_are_on_by_default()
    {
        Assert.Equal(
            [
                "Theme faerre-maal 4", "Theme faelles-forstaaelse 4", "Theme borgeren-i-centrum 3", "Theme mere-folkestyre 4",
                "Beacon udfordr-praksis 4", "Beacon resultater-sammen 4", "Beacon meningsfuld-dokumentation 4",
            ],
            Shipped.EnabledAreas().Select(area => $"{area.Kind} {area.Id} {area.Questions.Count}"));
    }

    [Fact]
    public void A_question_is_found_with_its_area_and_its_pack()
    {
        var found = Shipped.Find(new QuestionId("faerre-maal-2"))!.Value;

        Assert.Equal("fire-temaer", found.Pack.Id.Value);
        Assert.Equal("Vejen til en ny forvaltningspolitik – en ny ramme for ledelse og styring af kommunerne", found.Pack.Source.Title);
        Assert.Equal(2013, found.Pack.Source.Year);
        Assert.Equal("Færre mål – mere ledelse", found.Area.Title.In(Language.Danish));
        Assert.Equal(QuestionType.Number, found.Question.Type);
        Assert.Equal("How many goals are you working with at present?", found.Question.Text.In(Language.English));
        Assert.Equal("mål", found.Question.Unit!.Danish);
        Assert.Equal((0, 999), (found.Question.Min, found.Question.Max));
        Assert.Null(found.Question.Low);
    }

    [Fact]
    public void A_dilemma_carries_its_two_poles()
    {
        var question = Shipped.Find(new QuestionId("paradoks-6"))!.Value.Question;

        Assert.Equal(QuestionType.Dilemma, question.Type);
        Assert.Equal("Sikker drift", question.Low!.Danish);
        Assert.Equal("Innovation and experiments", question.High!.English);
    }

    [Fact]
    public void A_source_without_a_year_has_none() =>
        Assert.Null(Shipped.Packs.Single(pack => pack.Id.Value == "kommuner-i-forandring").Source.Year);

    [Fact]
    public void A_question_nobody_wrote_is_not_found() => Assert.Null(Shipped.Find(new QuestionId("faerre-maal-5")));

    [Fact]
    public void Packs_areas_and_questions_can_be_switched_off_one_by_one()
    {
        var areas = Shipped.EnabledAreas(
            packsOn: new HashSet<PackId> { new("fire-temaer"), new("tre-hovedbudskaber") },
            areasOff: new HashSet<AreaId> { new("faerre-maal"), new("mere-folkestyre") },
            questionsOff: new HashSet<QuestionId> { new("borgeren-i-centrum-2") });

        Assert.Equal(["faelles-forstaaelse", "borgeren-i-centrum", "hovedbudskaber"], areas.Select(area => area.Id.Value));
        Assert.Equal(["borgeren-i-centrum-1", "borgeren-i-centrum-3"], areas[1].Questions.Select(question => question.Id.Value));
        Assert.Equal(["borgeren-i-centrum-2"], areas[1].Off.Select(id => id.Value));
    }

    [Fact]
    public void An_area_whose_every_question_is_off_is_left_out()
    {
        var areas = Shipped.EnabledAreas(
            packsOn: new HashSet<PackId> { new("syv-normer") },
            questionsOff: new HashSet<QuestionId> { new("norm-sandhed-1"), new("norm-aabenhed-1") });

        Assert.Equal(
            ["norm-lovlighed", "norm-faglighed", "norm-neutralitet", "norm-ansvar", "norm-udvikling"],
            areas.Select(area => area.Id.Value));
    }

    [Fact]
    public void A_text_in_one_language_stands_in_for_the_other()
    {
        Assert.Equal("Kun dansk", new LocalizedText("Kun dansk", " ").In(Language.English));
        Assert.Equal("English only", new LocalizedText("", "English only").In(Language.Danish));
    }
}
