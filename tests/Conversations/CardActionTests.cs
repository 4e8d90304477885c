using System.Text.Json;
using ReflectionBot.Cards;
using ReflectionBot.Tests.Cards;
using CardAction = ReflectionBot.Conversations.CardAction;

namespace ReflectionBot.Tests.Conversations;

/// <summary>A press of a button, as clients send it and as nobody should.</summary>
public sealed class CardActionTests
{
    private const string Form = """
        "opensOn":"Monday","opensAt":"09:00","remindsOn":"Wednesday","remindsAt":"10:00","closesOn":"Friday","closesAt":"12:00",
        "everyWeeks":"1","timeZone":"Europe/Copenhagen","language":"da","heads":"00000000-0000-0000-0000-000000000002","headsAnswer":"false"
        """;

    [Fact]
    public void An_execute_has_its_verb_beside_its_data()
    {
        var action = Execute("""{"action":{"type":"Action.Execute","verb":"prompt.answer","data":{"team":"19:a@thread.tacv2","slot":"2026-W48","score":"4","text":"Blåbær 😀","visibility":"named"}},"trigger":"manual"}""")!;
        Assert.Equal(("prompt.answer", "19:a@thread.tacv2", "2026-W48", 0), (action.Verb, action.Team, action.Slot, action.Page));
        Assert.Equal(new AnswerFields("4", null, "Blåbær 😀", "named"), action.Answer);
    }

    [Fact]
    public void A_submit_has_its_verb_among_its_data()
    {
        var action = CardAction.OfSubmit(Json("""{"verb":"prompt.skip","team":"19:a@thread.tacv2","slot":"2026-W48"}"""))!;
        Assert.Equal(("prompt.skip", "19:a@thread.tacv2", "2026-W48"), (action.Verb, action.Team, action.Slot));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"prompt.answer\"")]
    [InlineData("{}")]
    [InlineData("""{"action":null}""")]
    [InlineData("""{"action":"prompt.answer"}""")]
    [InlineData("""{"action":{}}""")]
    [InlineData("""{"action":{"verb":null,"data":{}}}""")]
    [InlineData("""{"action":{"verb":{},"data":{}}}""")]
    public void Without_a_verb_it_is_no_action(string json)
    {
        Assert.Null(Execute(json));
        Assert.Null(CardAction.OfSubmit(Json(json)));
    }

    [Theory]
    [InlineData("4", "4")]
    [InlineData("\"4\"", "4")]
    [InlineData("4.0", "4.0")]
    [InlineData("true", "true")]
    [InlineData("null", null)]
    [InlineData("[4]", null)]
    [InlineData("{\"value\":4}", null)]
    public void A_field_is_text_whatever_kind_the_client_made_it(string value, string? text) =>
        Assert.Equal(text, Data($$"""{"score":{{value}}}""").Answer.Score);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    public void Data_that_is_no_object_has_no_fields(string data)
    {
        var action = Data(data);
        Assert.Equal(new AnswerFields(null, null, null, null), action.Answer);
        Assert.Equal(new SetupForm(), action.Setup);
        Assert.Equal((null, null, 0), (action.Team, action.Slot, action.Page));
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("\"3\"", 3)]
    [InlineData("-1", 0)]
    [InlineData("1.5", 0)]
    [InlineData("99999999999", 0)]
    [InlineData("\" 3\"", 0)]
    public void A_page_is_a_whole_number_or_the_first(string page, int expected) => Assert.Equal(expected, Data($$"""{"page":{{page}}}""").Page);

    // Half a surrogate pair is JSON, but no text.
    [Theory]
    [InlineData("""{"text":"a\ud83d","team":"19:a\ude00"}""")]
    [InlineData("""{"text":"\ud83d\ud83d","team":"\ud800"}""")]
    public void Half_a_character_does_not_stop_the_reading(string data)
    {
        var action = Data(data);
        Assert.Equal(("\uFFFD", "\uFFFD"), (action.Answer.Text, action.Team));
    }

    [Fact]
    public void A_form_is_read_from_the_fields_or_from_the_button_that_carries_it()
    {
        Assert.Equal(SampleViews.Form, Data("{" + Form + "}").Setup);
        Assert.Equal(SampleViews.Form, Data("{\"form\":{" + Form + "},\"opensOn\":\"Sunday\"}").Setup);
    }

    [Fact]
    public void What_the_card_puts_in_a_button_is_what_is_read_back()
    {
        var data = new ActionData { Team = "19:a@thread.tacv2", Slot = "2026-W48", Page = 2, Form = SampleViews.Form };
        var card = ChatCards.ConfirmDeletion("Teamet", data, ReflectionBot.Cards.Texts.CardTexts.Danish);
        var button = CardNodes.Typed(card).First(node => node.Type() == "Action.Execute");
        var execute = Execute($$"""{"action":{{button.ToJsonString()}}}""")!;
        var submit = CardAction.OfSubmit(Json(button["fallback"]!["data"]!.ToJsonString()))!;
        Assert.All([execute, submit], read =>
        {
            Assert.Equal((Verbs.DeskForgetConfirmed, "19:a@thread.tacv2", "2026-W48", 2), (read.Verb, read.Team, read.Slot, read.Page));
            Assert.Equal(SampleViews.Form, read.Setup);
        });
    }

    private static CardAction Data(string data) => Execute("{\"action\":{\"verb\":\"v\",\"data\":" + data + "}}")!;

    private static CardAction? Execute(string json) => CardAction.OfExecute(Json(json));

    private static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
