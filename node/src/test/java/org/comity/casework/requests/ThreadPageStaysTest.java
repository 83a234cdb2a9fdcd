package org.comity.casework.requests;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.CaseAccess;
import org.comity.casework.Confirmations;
import org.comity.casework.Dispatches;
import org.comity.casework.DomesticFile;
import org.comity.casework.Drafts;
import org.comity.casework.PreparedActs;
import org.comity.casework.SeatSentences;
import org.comity.casework.SeatedAuthorities;
import org.comity.casework.WorkingMessages;
import org.comity.convention.reading.PracticeLaw;
import org.comity.directory.Directory;
import org.comity.exchange.Exchange;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger;
import org.comity.procedure.Confidentiality;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.UseLimits;
import org.comity.procedure.file.ToldStory;
import org.comity.procedure.form.Golden;
import org.comity.thread.Threads;
import org.comity.ui.PagesForTests;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of a request reads as it did: to whom is asked when it has come, and to whom asked when the story is over. */
class ThreadPageStaysTest {

    private static final Words WORDS = WordsForTests.load();
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final Official READER =
            new Official("maren", "Maren Tolva", "XA-1/o-7f3a", Set.of(Duty.DUTY_OFFICER));

    static List<String> procedures() {
        return ToldStory.kept();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void each_line_stays(String procedure) throws IOException {
        var asked = ToldStory.of(procedure, Role.REQUESTED);
        var asks = ToldStory.of(procedure, Role.REQUESTING);
        var text = "# requested, 1\n%s\n\n# requesting, %d\n%s\n"
                .formatted(
                        text(drawn(asked, 1)),
                        asks.acts().size(),
                        text(drawn(asks, asks.acts().size())));
        Golden.stays("%s-page".formatted(procedure.replace('/', '-')), text);
    }

    private static String drawn(ToldStory story, int acts) {
        var now = story.after(acts);
        var row = row(story, acts, now);
        var page = PagesForTests.withForms("en", now, READER);
        var out = new StringOutput();
        var thread =
                reading(story, acts, now).read(row, Integer.parseInt(ReadingThread.NEWEST), READER, Locale.ENGLISH);
        TEMPLATES.render(
                "casework/requests/thread.jte",
                Map.of("page", page, "thread", thread, "messages", new WorkingMessages.Stretch(List.of(), 0, false)),
                out);
        return out.toString();
    }

    private static ReadingThread reading(ToldStory story, int acts, Instant now) {
        var said = story.acts().subList(0, acts);
        var threads = mock(Threads.class);
        when(threads.find(ToldStory.THREAD))
                .thenReturn(Optional.of(new Threads.Thread(
                        ToldStory.THREAD,
                        story.procedure(),
                        story.reference(),
                        ToldStory.THEM,
                        story.ours(),
                        story.ours() == Role.REQUESTED,
                        true,
                        story.states().get(acts - 1),
                        acts,
                        null,
                        said.getFirst().at(),
                        said.getLast().at())));
        when(threads.countActs(ToldStory.THREAD)).thenReturn(acts);
        when(threads.acts(anyString(), anyInt(), anyInt())).thenReturn(said);
        when(threads.opening(ToldStory.THREAD)).thenReturn(Optional.of(said.getFirst()));
        var directory = mock(Directory.class);
        var us = ToldStory.participant(ToldStory.US, List.of("en"));
        var them = ToldStory.participant(ToldStory.THEM, List.of("en"));
        when(directory.self()).thenReturn(us);
        when(directory.get(ToldStory.THEM)).thenReturn(them);
        var rendering = story.rendering(WORDS);
        var known = mock(KnownProcedure.class);
        when(known.id()).thenReturn(story.procedure());
        when(known.rendering()).thenReturn(rendering);
        when(known.steps()).thenReturn(story.steps());
        when(known.confidentiality(anyString())).thenReturn(Confidentiality.Answer.OPEN);
        when(known.settlesConfidentiality()).thenReturn("acknowledge");
        when(known.fillsGaps()).thenReturn("");
        when(known.acts(any())).thenAnswer(it -> story.actsFor(it.getArgument(0)));
        when(known.keys()).thenCallRealMethod();
        when(known.statesAlone()).thenReturn(true);
        var access = mock(CaseAccess.class);
        when(access.mayFile(any(), any(), any())).thenReturn(true);
        return new ReadingThread(
                mock(Requests.class),
                threads,
                directory,
                mock(Exchange.class),
                mock(Drafts.class),
                mock(DomesticFile.class),
                mock(Confirmations.class),
                mock(Officials.class, CALLS_REAL_METHODS),
                mock(Ledger.class),
                mock(UseLimits.class),
                access,
                mock(Dispatches.class),
                Clock.fixed(now, ZoneOffset.UTC),
                () -> List.of(known),
                mock(PreparedActs.class),
                mock(SeatSentences.class),
                mock(SeatedAuthorities.class),
                new NamingBasis(PracticeLaw.held()));
    }

    private static RequestRow row(ToldStory story, int acts, Instant now) {
        var state = story.states().get(acts - 1);
        var turn = story.steps().turn(state, story.ours());
        var opening = story.acts().getFirst();
        var offered = story.steps().offered(state, story.ours(), now);
        boolean due = turn == RequestRow.Turn.OURS;
        return new RequestRow(
                ToldStory.THREAD,
                story.reference(),
                story.procedure(),
                ToldStory.THEM,
                story.ours(),
                "",
                state.name(),
                story.steps().until(state),
                turn,
                due && !offered.isEmpty() ? offered.getFirst() : null,
                opening.at(),
                story.acts().get(acts - 1).at(),
                due ? now.plusSeconds(7200) : null,
                false,
                Boolean.TRUE.equals(opening.body().get("emergency")),
                Boolean.TRUE.equals(opening.body().get("secret")),
                Channel.NODE,
                null,
                null,
                false,
                "K 7/27",
                "F-12",
                null,
                Map.of(),
                story.ours() == Role.REQUESTING ? ToldStory.US : ToldStory.THEM,
                false,
                false,
                due ? story.acts().get(acts - 1).at() : null,
                null,
                false);
    }

    /** What a reader reads of the page within its frame, a line for each element that begins a line. */
    private static String text(String html) {
        return html.replaceAll("(?s).*<main\\b[^>]*>(.*)</main>.*", "$1")
                .replaceAll("(?s)<(script|style|svg|template)\\b.*?</\\1>", "")
                .replaceAll("(?s)<!--.*?-->", "")
                .replaceAll("\\s+", " ")
                .replaceAll("</?(?:a|b|bdi|small|span|time|strong|em|i|abbr|wbr)\\b[^>]*>", "")
                .replaceAll("<[^>]*>", "\n")
                .replaceAll("[ \\u00a0]*\\n[\\n ]*", "\n")
                .strip();
    }
}
