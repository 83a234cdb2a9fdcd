package org.comity.preservation;

import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.util.stream.Stream;
import org.comity.casework.AwaitedDecisions;
import org.comity.casework.DomesticFile;
import org.comity.casework.KeptByProviders;
import org.comity.convention.reading.PracticeLaw;
import org.comity.directory.Directory;
import org.comity.preservation.PreservationStep.Kind;
import org.comity.procedure.ActRendering;
import org.comity.procedure.Editions;
import org.comity.procedure.Procedures;
import org.comity.procedure.StepsOnOffer;
import org.comity.procedure.file.KnownRequests;
import org.comity.procedure.file.PracticeFiles;
import org.comity.thread.Procedure;
import org.comity.thread.Threads;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.mockito.Answers;
import org.springframework.beans.factory.ObjectProvider;

/** The procedure of Art. 42, for tests in other folders. */
public final class PracticePreservation {

    private static final Procedure PROCEDURE = PracticeFiles.procedure(particulars());
    private static final StepsOnOffer STEPS = PracticeFiles.steps(particulars());

    private PracticePreservation() {}

    public static Procedure procedure() {
        return PROCEDURE;
    }

    /** The same table as code. */
    public static Procedure byCode() {
        return new PreservationByCode();
    }

    public static StepsOnOffer steps() {
        return STEPS;
    }

    public static ActRendering rendering(Words words) {
        return PracticeFiles.rendering(Preservation.ID, words);
    }

    public static Stream<String> types() {
        return Stream.of(Kind.values()).map(Kind::type);
    }

    @SuppressWarnings("unchecked")
    private static Preservation particulars() {
        return new Preservation(
                new KnownRequests(
                        mock(Threads.class),
                        PracticeLaw.held(),
                        mock(Editions.class),
                        mock(Directory.class, Answers.RETURNS_DEEP_STUBS),
                        WordsForTests.load(),
                        Clock.systemUTC()),
                mock(DomesticFile.class),
                (ObjectProvider<AwaitedDecisions>) mock(ObjectProvider.class),
                (ObjectProvider<Procedures>) mock(ObjectProvider.class),
                mock(KeptByProviders.class));
    }
}
