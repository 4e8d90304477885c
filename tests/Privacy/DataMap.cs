namespace ReflectionBot.Tests.Privacy;

/// <summary>Every field that the service stores: what it is, what for, who reads it, and until when. PRIVACY.md is written from it.</summary>
internal static class DataMap
{
    private static readonly Said WhileInTeam = new("Så længe personen er i teamet, og {days} dage efter (Organisation:ForgetLeaversAfterDays)", "As long as the person is in the team, and {days} days after (Organisation:ForgetLeaversAfterDays)");
    private static readonly Said Retention = new("Teamets slettefrist: {months} måneder, medmindre administratoren vælger {choices}", "The team's retention: {months} months, unless its administrator chooses {choices}");
    private static readonly Said WhileTeam = new("Til teamets data bliver slettet", "Until the team's data is deleted");
    private static readonly Said Administrators = new("Administratorer af teamet", "Administrators of the team");
    private static readonly Said ThePerson = new("Personen selv (»mine data«)", "The person themselves (“my data”)");

    public static IReadOnlyList<Kept> All { get; } =
    [
        new("Members", "team", "Entra object id", new("Vide, hvem der spørges, i hvilket sprog og hvornår", "Know who is asked, in which language and when"), new("Personen selv; navn og rolle også administratorer og afdelingschef. Egne valg læses af ingen anden", "The person themselves; name and role also administrators and department head. Own choices are read by nobody else"), WhileInTeam)
        {
            Fields =
            [
                new("Name", "Navn fra Teams; slettes, når personen sletter sine data", "Name from Teams; deleted when the person deletes their data"),
                new("UserId", "Teams-id, som beskeder sendes til", "Teams id that messages are sent to"),
                new("Roles, IsAsked, SeesOlder", "Rolle, om personen spørges, og om en afdelingschef må læse ældre runder", "Role, whether the person is asked, and whether a department head may read older rounds"),
                new("IsPresent, LeftAt", "Om og hvornår personen har forladt teamet", "Whether and when the person has left the team"),
                new("OwnLanguage, OwnVisibility, NoReminders, OwnPausedUntil", "Egne valg: sprog, sidst valgte synlighed, påmindelser, pause", "Own choices: language, visibility chosen last, reminders, break"),
                new("IsStopped", "Har slettet sine data og vil ikke spørges", "Has deleted their data and does not want to be asked"),
                new("HasJournal", "Om der er noget i journalen", "Whether there is anything in the journal"),
            ],
        },
        new("Memberships", "tenant, Entra object id", "team", new("Finde en persons team", "Find a person's teams"), new("Ingen", "Nobody"), WhileInTeam),
        new("Conversations", "tenant", "Entra object id", new("Nå personens egen chat", "Reach the person's own chat"), ThePerson, WhileInTeam)
        {
            Fields =
            [
                new("Conversation, ServiceUrl", "Chattens id og adresse hos Microsoft", "The chat's id and address at Microsoft"),
                new("Unreachable", "Platformens ord for, hvorfor personen ikke kan nås", "The platform's word for why the person cannot be reached"),
            ],
        },
        new("Participation", "round", "Entra object id", new("Huske, hvem der er spurgt, og hvem der ikke vil mindes om det", "Remember who was asked, and who does not want a reminder"), new("Personen selv; for alle andre kun antallet", "The person themselves; to everybody else only the number"), Retention)
        {
            Fields =
            [
                new("State", "Spurgt eller sprunget over; ikke om personen har svaret", "Asked or skipped; not whether the person has answered"),
                new("SnoozedUntil, WasReminded", "Hvornår personen vil mindes om spørgsmålet, og om det er sket", "When the person wants to be reminded, and whether that has happened"),
            ],
        },
        new("Answers", "round", "HMAC-SHA256(Entra object id)", new("Tage imod svar, mens runden er åben, så de kan rettes", "Take answers while the round is open, so that they can be changed"), new("Personen selv", "The person themselves"), new("Til runden lukker: Så bliver nøglen og svarene slettet", "Until the round closes: then the key and the answers are deleted"))
        {
            Fields =
            [
                new("Value, Text, Visibility", "Svaret, og hvem der må se det; af et privat svar kun, at det er der", "The answer and who may see it; of a private one only that it is there"),
                new("Name, By", "Navn og id, kun på svar med navn", "Name and id, only on answers by name"),
                new("Secret", "Rundens nøgle (række !key); ødelægges ved lukning", "The round's key (row !key); destroyed at close"),
            ],
        },
        new("Summaries", "round", "summary, text-random, shared-…", new("Vise, hvor afdelingen står", "Show where the department stands"), new("De afdelingschefer, som spørgsmålet nævnte; hele teamet, hvis opsummeringen er delt", "The department heads whom the prompt named; the whole team if the summary is shared"), Retention)
        {
            Fields =
            [
                new("Answered, Asked", "Hvor mange af hvor mange", "How many of how many"),
                new("Threshold, Hidden, Picture, Words, Attempt", "Grænsen, hvad der er skjult, fordelingen, ord mindst tre har brugt, og hvilke tekster der gælder", "The threshold, what is hidden, the distribution, words at least three used, and which texts count"),
                new("Text, Size", "Et svars tekst under et tilfældigt nummer", "An answer's text under a random number"),
                new("Name", "Navnet, kun på svar med navn", "The name, only on answers by name"),
                new("By", "Id, kun på svar med navn og på den, der delte", "Id, only on answers by name and of whoever shared"),
                new("At, Comment", "Hvornår der blev delt, og afdelingschefens kommentar", "When it was shared, and the department head's comment"),
            ],
        },
        new("Journal", "tenant, Entra object id", "team, week", new("Give lederen sine egne refleksioner tilbage", "Give leaders their own reflections back"), ThePerson, Retention)
        {
            Fields =
            [
                new("Area, Title, Kind, Question", "Området og spørgsmålet, som det blev læst", "The area and the question as it was read"),
                new("Value, Text, Visibility", "Kopien af svaret. Var svaret anonymt, kan den, der læser lageret, genkende det på ordene", "The copy of the answer. If the answer was anonymous, whoever reads the storage can recognise it by its words"),
                new("At", "Hvornår den blev gemt", "When it was kept"),
            ],
        },
        new("Outbox", "round or greeting", "Entra object id, !hash", new("Sende hvert kort én gang", "Send each card once"), new("Administratorer: hvem et kort ikke nåede, og hvorfor", "Administrators: whom a card did not reach, and why"), Retention)
        {
            Fields =
            [
                new("UserId, Conversation, ServiceUrl, BotId", "Hvor kortet skal hen", "Where the card goes"),
                new("State, Attempts, Uncertain, DueAt, NotAfter, MessageId, Reason, Payload", "Hvad der blev af det", "What became of it"),
                new("Activity", "Kortet selv (række !hash); slettes, når alle har fået det. En opsummering med navngivne svar kan stå her så længe", "The card itself (row !hash); deleted once everybody has it. A summary with named answers may stand here until then"),
            ],
        },
        new("OutboxBatches", "tenant", "round or greeting", new("Vide, hvad der venter på at blive sendt", "Know what waits to be sent"), new("Ingen", "Nobody"), new("Til alt er sendt", "Until everything is sent"))
        {
            Fields = [new("IsWithdrawn", "Om resten ikke skal sendes", "Whether the rest is not to be sent")],
        },
        new("Audit", "team", "time", new("Vise, hvem der har ændret hvad i opsætningen", "Show who changed which setting"), Administrators, Retention)
        {
            Fields =
            [
                new("At, Act, Subject, From, To", "Hvornår, hvad, fra og til – med de ord, administratoren så", "When, what, from and to – in the words the administrator saw"),
                new("By, About", "Id på den, der ændrede, og på den, det handler om", "Id of who changed it, and of whom it is about"),
            ],
        },
        new("Rounds", "team", "week", new("Vide, hvad der er spurgt om, så det næste bliver noget andet", "Know what was asked, so that something else comes next"), new("Administratorer; afdelingschefen for sine egne runder", "Administrators; the department head for their own rounds"), new("Til teamets data bliver slettet; Heads kun til slettefristen", "Until the team's data is deleted; Heads only until the retention ends"))
        {
            Fields =
            [
                new("Heads, HeadsChanged", "Id på dem, spørgsmålet nævnte som læsere", "Ids of those whom the prompt named as readers"),
                new("Question, State, Reason, Threshold, OffersNamed, Shares, IsSent, IsReminded, IsPurged", "Spørgsmålet, grænsen og hvor langt runden er", "The question, the threshold and how far the round is"),
                new("OpensAt, RemindsAt, ClosesAt, OpenedAt, ClosedAt", "Rundens tider", "The round's times"),
            ],
        },
        new("Teams", "tenant", "team", new("Teamets opsætning", "The team's settings"), Administrators, WhileTeam)
        {
            Fields =
            [
                new("Name, ServiceUrl, BotId, IsInstalled, IsGreeted", "Teamet i Teams", "The team in Teams"),
                new("OpensOn, OpensAt, RemindsOn, RemindsAt, ClosesOn, ClosesAt, EveryWeeks, TimeZone, Anchor, RunsFrom, PausedUntil, Calendar", "Ugen og kalenderen", "The week and the calendar"),
                new("Language, Threshold, HeadsAnswer, OffersNamed, Shares, RetentionMonths", "Sprog, grænse, deling og slettefrist", "Language, threshold, sharing and retention"),
                new("Questions, Own*", "Hvilke spørgsmål der er med, og teamets egne", "Which questions are on, and the team's own"),
            ],
        },
        new("OrganisationWeeks", "tenant", "week", new("Vise ugen på tværs af team", "Show the week over all teams"), new("Dem, organisationen har udpeget (Organisation:Leadership)", "Those whom the organisation has named (Organisation:Leadership)"), new("To til tre år", "Two to three years"))
        {
            Fields = [new("Week, IsSent", "Summer pr. område uden team, tekst eller person", "Sums by area without team, text or person")],
        },
        new("Leases", "sender", "tenant", new("Lade én instans sende ad gangen", "Let one instance send at a time"), new("Ingen", "Nobody"), new("Overskrives hele tiden", "Overwritten all the time"))
        {
            Fields = [new("Holder", "En tilfældig instans", "A random instance")],
        },
    ];
}
